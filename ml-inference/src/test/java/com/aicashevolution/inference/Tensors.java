package com.aicashevolution.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.inference.RunningInference.Answer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Tensors as clients of the Open Inference Protocol send them, and what comes back. */
final class Tensors {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Tensors() {}

  /** Three windows as predictions had them. */
  static float[] journalledWindows(RunningInference service) {
    float[] windows = new float[3 * 340];
    for (int w = 0; w < 3; w++) {
      String id =
          service
              .post(
                  "/predict",
                  "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":%d}}".formatted(30 + w))
              .at("/prediction_id")
              .textValue();
      float[] window = floats(service.get("/predictions/" + id + "/tensor").at("/inputs/0/data"));
      assertThat(window).hasSize(340);
      System.arraycopy(window, 0, windows, w * 340, 340);
    }
    return windows;
  }

  static ObjectNode asJson(float[] windows) {
    ObjectNode request = JSON.createObjectNode();
    ObjectNode input = request.putArray("inputs").addObject();
    input.put("name", "windows").put("datatype", "FP32");
    input.putArray("shape").add(windows.length / 340).add(20).add(17);
    ArrayNode data = input.putArray("data");
    for (float value : windows) {
      data.add(value);
    }
    return request;
  }

  static byte[] withBytes(String header, float[] values) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer body =
        ByteBuffer.allocate(json.length + values.length * 4)
            .put(json)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      body.putFloat(value);
    }
    return body.array();
  }

  static float[] floats(JsonNode numbers) {
    float[] floats = new float[numbers.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) numbers.get(i).doubleValue();
    }
    return floats;
  }

  static void assertRefused(Answer answer, int status, String type) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.at("/type").textValue()).isEqualTo("urn:ml-trading:problem:" + type);
    assertThat(answer.at("/error").textValue()).isEqualTo(answer.at("/detail").textValue());
    assertThat(answer.at("/request_id").textValue()).isNotBlank();
  }
}
