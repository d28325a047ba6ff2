package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.inference.tensor.WindowTensor;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.signal.Direction;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/**
 * What a model reads and answers.
 *
 * @param versions in memory, the champion first; others load when they are asked for
 */
@Schema(name = "ModelMetadata")
record ModelMetadataBody(
    String name,
    @ArraySchema(schema = @Schema(type = "string")) List<ModelVersion> versions,
    String platform,
    List<Tensor> inputs,
    List<Tensor> outputs,
    Map<String, Object> parameters) {

  /** The format our own forward pass reads. */
  private static final String PLATFORM = "java_safetensors";

  /** However many there are. */
  private static final int ANY = -1;

  /** A tensor's description; -1 stands for any length. */
  @Schema(name = "TensorMetadata")
  record Tensor(
      String name, String datatype, List<Integer> shape, Map<String, Object> parameters) {}

  static ModelMetadataBody of(String name, ServingModel model, List<ModelVersion> versions) {
    return new ModelMetadataBody(
        name,
        versions,
        PLATFORM,
        List.of(
            new Tensor(
                WindowTensor.NAME,
                InferRequestReader.DATATYPE,
                WindowTensor.shape(ANY),
                ModelParameters.ofWindows())),
        List.of(
            new Tensor(
                WindowTensor.ANSWER,
                InferRequestReader.DATATYPE,
                List.of(ANY, Direction.COUNT),
                ModelParameters.ofAnswers())),
        ModelParameters.ofModel(model));
  }
}
