package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.model.ModelVersion;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer on the wire.
 *
 * @param modelName as it was asked for
 * @param parameters what the numbers rest on, see {@link ModelParameters}
 */
@Schema(name = "InferResponse")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InferResponseBody(
    String modelName,
    @Schema(type = "string") ModelVersion modelVersion,
    @Nullable String id,
    Map<String, Object> parameters,
    List<Output> outputs) {

  /**
   * A tensor.
   *
   * @param parameters with {@code binary_data_size} where its numbers are behind the JSON
   * @param data row-major and flat: floats written as the doubles they are, so that every reader
   *     comes to the same bits, whether it rounds once or twice
   */
  @Schema(name = "InferOutput")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Output(
      String name,
      String datatype,
      List<Integer> shape,
      @Nullable Map<String, Object> parameters,
      double @Nullable [] data) {}
}
