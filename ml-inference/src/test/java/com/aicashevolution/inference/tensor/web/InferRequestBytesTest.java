package com.aicashevolution.inference.tensor.web;

import static com.aicashevolution.inference.tensor.web.InferRequests.NUMBERS;
import static com.aicashevolution.inference.tensor.web.InferRequests.assertRefused;
import static com.aicashevolution.inference.tensor.web.InferRequests.binary;
import static com.aicashevolution.inference.tensor.web.InferRequests.binaryJson;
import static com.aicashevolution.inference.tensor.web.InferRequests.random;
import static com.aicashevolution.inference.tensor.web.InferRequests.read;
import static com.aicashevolution.inference.tensor.web.InferRequests.withData;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tensors that come as bytes behind the JSON, and should not have come so. */
class InferRequestBytesTest {

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "x", "1.0", "99999999999", "100000"})
  void namesALengthThatCannotBe(String header) {
    assertRefused(
        () -> InferBody.of(new byte[1000], header),
        "Inference-Header-Content-Length",
        "must be a whole number from 0 to the body's 1000 bytes");
  }

  @Test
  void wantsTheLengthOfTheJson() {
    assertRefused(
        () -> read(binaryJson(1, 1360)),
        "Inference-Header-Content-Length",
        "must be given with binary_data_size: it says where the bytes begin");
  }

  @Test
  void countsTheBytes() {
    assertRefused(
        () -> read(binary(random(1), binaryJson(1, 1356))),
        "inputs[0].parameters.binary_data_size",
        "must be 1360, 4 bytes for each of 340 numbers");
    assertRefused(
        () -> read(binary(random(2), binaryJson(1, 1360))),
        "body",
        "must have 1360 bytes behind its JSON, had 2720");
    assertRefused(
        () -> read(binary(random(1), withData("[" + NUMBERS + "]"))),
        "body",
        "must end with its JSON, had 1360 bytes of no tensor");
  }

  @Test
  void wantsNumbersInOnePlaceOnly() {
    String both = binaryJson(1, 1360).replaceFirst("\"parameters\"", "\"data\":[1],\"parameters\"");
    String message = "must be given, or else parameters.binary_data_size, but not both";
    assertRefused(() -> read(binary(random(1), both)), "inputs[0].data", message);
    assertRefused(() -> read(withData("null")), "inputs[0].data", message);
  }

  @Test
  void namesTheNumberThatIsNotFinite() {
    float[] values = random(1);
    values[17] = Float.NaN;
    assertRefused(
        () -> read(binary(values, binaryJson(1, 1360))),
        "inputs[0].data[17]",
        "must be a finite FP32 number");
  }
}
