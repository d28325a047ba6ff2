package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.inference.tensor.WindowTensor;
import com.aicashevolution.inference.tensor.web.PostedRequest.PostedOutput;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.Problem.FieldError;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.web.UnreadableBody;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a body into a request, or says by name what is wrong with it. Thread-safe. */
final class InferRequestReader {

  static final String DATATYPE = "FP32";
  private static final int MAX_ERRORS = 25;
  private static final String SHAPE =
      "[n, " + FeatureSchema.WINDOW_BARS + ", " + FeatureSchema.FEATURES + "]";

  private final JsonFactory json;

  InferRequestReader(JsonFactory json) {
    this.json = json;
  }

  /**
   * The request.
   *
   * @param modelName as the path has it
   * @throws ProblemException {@code invalid-request} naming the field
   */
  InferRequest read(InferBody body, String modelName) {
    PostedRequest posted = posted(body);
    List<FieldError> errors = new ArrayList<>();
    if (posted.modelName() != null && !posted.modelName().equals(modelName)) {
      errors.add(
          new FieldError(
              "model_name",
              "must be the path's "
                  + modelName
                  + " or left out, was "
                  + Shown.of(posted.modelName())));
    }
    PostedTensor windows = onlyInput(posted.inputs(), errors);
    boolean binaryAnswer = binaryAnswer(posted, errors);
    float[] values = windows == null ? null : values(windows, body, errors);
    if (values == null || !errors.isEmpty()) {
      throw new ProblemException(
          Problem.invalid(errors.subList(0, Math.min(MAX_ERRORS, errors.size()))));
    }
    return new InferRequest(posted.id(), new WindowTensor(values), binaryAnswer);
  }

  private PostedRequest posted(InferBody body) {
    try (JsonParser parser = json.createParser(body.bytes(), 0, body.jsonLength())) {
      // rounds as correctly as the JDK's, in less time: most of a request is its numbers
      parser.enable(JsonParser.Feature.USE_FAST_DOUBLE_PARSER);
      return new PostedRequestReader(parser).read();
    } catch (IOException unreadable) {
      throw new ProblemException(UnreadableBody.explain(unreadable));
    }
  }

  private static @Nullable PostedTensor onlyInput(
      List<PostedTensor> inputs, List<FieldError> errors) {
    for (int i = 0; i < inputs.size(); i++) {
      String name = inputs.get(i).name();
      if (!WindowTensor.NAME.equals(name)) {
        errors.add(
            new FieldError(
                "inputs[" + i + "].name",
                "must be " + WindowTensor.NAME + ", the only input, was " + Shown.of(name)));
      }
    }
    if (inputs.size() != 1) {
      errors.add(
          new FieldError(
              "inputs", "must be the tensor " + WindowTensor.NAME + " once, had " + inputs.size()));
      return null;
    }
    return inputs.getFirst();
  }

  private static float @Nullable [] values(
      PostedTensor tensor, InferBody body, List<FieldError> errors) {
    if (!DATATYPE.equals(tensor.datatype())) {
      errors.add(
          new FieldError(
              "inputs[0].datatype",
              "must be " + DATATYPE + ", was " + Shown.of(tensor.datatype())));
    }
    int windows = windows(tensor.shape(), errors);
    TensorData data = tensor.data();
    if ((data == null) == (tensor.binaryBytes() == null)) {
      errors.add(
          new FieldError(
              "inputs[0].data",
              "must be given, or else parameters.binary_data_size, but not both"));
      return null;
    }
    if (!errors.isEmpty()) {
      return null;
    }
    return data == null
        ? body.floats(Objects.requireNonNull(tensor.binaryBytes()), windows * FeatureWindow.LENGTH)
        : values(data, windows, body.tail(), errors);
  }

  private static float @Nullable [] values(
      TensorData data, int windows, int tail, List<FieldError> errors) {
    int expected = windows * FeatureWindow.LENGTH;
    List<Integer> shape = WindowTensor.shape(windows);
    if (data.values().length != expected) {
      errors.add(
          new FieldError(
              "inputs[0].data",
              "must have the %d numbers of shape %s, had %d"
                  .formatted(expected, shape, data.values().length)));
      return null;
    }
    if (tail != 0) {
      errors.add(
          new FieldError("body", "must end with its JSON, had " + tail + " bytes of no tensor"));
      return null;
    }
    if (!data.isNestedAs(shape)) {
      errors.add(
          new FieldError(
              "inputs[0].data",
              "must be flat or nested as shape %s says, was nested as %s"
                  .formatted(shape, data.nesting())));
      return null;
    }
    return data.values();
  }

  private static int windows(@Nullable List<Integer> shape, List<FieldError> errors) {
    int windows = shape == null || shape.isEmpty() ? 0 : shape.getFirst();
    boolean fits =
        windows >= 1
            && windows <= WindowTensor.MAX_WINDOWS
            && WindowTensor.shape(windows).equals(shape);
    if (!fits) {
      errors.add(
          new FieldError(
              "inputs[0].shape",
              "must be "
                  + SHAPE
                  + " with n from 1 to "
                  + WindowTensor.MAX_WINDOWS
                  + ", was "
                  + Shown.of(shape)));
    }
    return windows;
  }

  private static boolean binaryAnswer(PostedRequest posted, List<FieldError> errors) {
    boolean binary = posted.binaryOutput();
    for (int i = 0; i < posted.outputs().size(); i++) {
      PostedOutput output = posted.outputs().get(i);
      if (!WindowTensor.ANSWER.equals(output.name())) {
        errors.add(
            new FieldError(
                "outputs[" + i + "].name",
                "must be "
                    + WindowTensor.ANSWER
                    + ", the only output, was "
                    + Shown.of(output.name())));
      }
      if (output.binary() != null) {
        binary = output.binary();
      }
    }
    if (posted.outputs().size() > 1) {
      errors.add(
          new FieldError(
              "outputs",
              "must name "
                  + WindowTensor.ANSWER
                  + " once or be left out, had "
                  + posted.outputs().size()));
    }
    return binary;
  }
}
