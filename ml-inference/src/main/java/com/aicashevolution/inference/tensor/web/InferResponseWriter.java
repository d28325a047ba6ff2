package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.inference.tensor.WindowTensor;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Writes answers, their numbers within the JSON or behind it. Thread-safe. */
final class InferResponseWriter {

  private final ObjectMapper json;

  InferResponseWriter(ObjectMapper json) {
    this.json = json;
  }

  /**
   * What was computed.
   *
   * @param name of the model, as it was asked for
   */
  record Answer(
      String name, InferRequest request, ServingModel model, List<Probabilities> probabilities) {

    /** In class order SELL, HOLD, BUY, row-major. */
    float[] values() {
      float[] values = new float[probabilities.size() * Direction.COUNT];
      int at = 0;
      for (Probabilities row : probabilities) {
        for (Direction direction : Direction.values()) {
          values[at++] = row.of(direction);
        }
      }
      return values;
    }
  }

  ResponseEntity<byte[]> write(Answer answer) {
    float[] values = answer.values();
    return answer.request().binaryAnswer() ? binary(answer, values) : plain(answer, values);
  }

  private ResponseEntity<byte[]> plain(Answer answer, float[] values) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            document(
                answer,
                new InferResponseBody.Output(
                    WindowTensor.ANSWER,
                    InferRequestReader.DATATYPE,
                    shape(answer),
                    null,
                    Numbers.exactly(values))));
  }

  private ResponseEntity<byte[]> binary(Answer answer, float[] values) {
    int size = values.length * Float.BYTES;
    byte[] document =
        document(
            answer,
            new InferResponseBody.Output(
                WindowTensor.ANSWER,
                InferRequestReader.DATATYPE,
                shape(answer),
                Map.of("binary_data_size", size),
                null));
    ByteBuffer body =
        ByteBuffer.allocate(document.length + size).put(document).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      body.putFloat(value);
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(InferBody.JSON_LENGTH, String.valueOf(document.length))
        .body(body.array());
  }

  private byte[] document(Answer answer, InferResponseBody.Output output) {
    try {
      return json.writeValueAsBytes(
          new InferResponseBody(
              answer.name(),
              answer.model().version(),
              answer.request().id(),
              ModelParameters.ofAnswer(answer.model()),
              List.of(output)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("strings and numbers are always written", impossible);
    }
  }

  private static List<Integer> shape(Answer answer) {
    return List.of(answer.probabilities().size(), Direction.COUNT);
  }
}
