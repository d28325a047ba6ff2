package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.inference.tensor.ModelName;
import com.aicashevolution.inference.tensor.WindowTensor;
import com.aicashevolution.platform.journal.JournalEntry;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as our own doors write it and describe it; {@link PostedRequestReader} reads what
 * others wrote.
 */
@Schema(name = "InferRequest")
@JsonInclude(JsonInclude.Include.NON_NULL)
record InferRequestBody(
    @Nullable String id,
    @Nullable String modelName,
    @Schema(description = "binary_data_output, true or false; any other is refused by its name")
        @Nullable Map<String, Object> parameters,
    List<Input> inputs,
    @Nullable List<Output> outputs) {

  /** The tensor of windows; numbers as doubles, which a float is exactly. */
  @Schema(name = "InferInput")
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Input(
      @Schema(allowableValues = WindowTensor.NAME) String name,
      @Schema(allowableValues = InferRequestReader.DATATYPE) String datatype,
      @Schema(description = "[n, 20, 17], n from 1 to 256") List<Integer> shape,
      @Schema(description = "binary_data_size, where the numbers are behind the JSON")
          @Nullable Map<String, Object> parameters,
      @Schema(description = "row-major; flat, or nested as shape says") double @Nullable [] data) {}

  /** A tensor that is asked for. */
  @Schema(name = "InferRequestedOutput")
  record Output(
      String name,
      @Schema(description = "binary_data, true or false")
          @Nullable Map<String, Object> parameters) {}

  /**
   * What a prediction was answered from, as a request for the same numbers.
   *
   * @throws IllegalArgumentException if no answer was ever given from such a window
   */
  static InferRequestBody of(JournalEntry entry) {
    FeatureWindow window = new FeatureWindow(entry.window(), entry.asOf(), false);
    return new InferRequestBody(
        entry.predictionId().toString(),
        new ModelName(entry.line(), entry.timeframe()).toString(),
        null,
        List.of(
            new Input(
                WindowTensor.NAME,
                InferRequestReader.DATATYPE,
                WindowTensor.shape(1),
                null,
                Numbers.exactly(window.values()))),
        null);
  }
}
