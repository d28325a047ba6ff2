package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.platform.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * A posted body: JSON, and behind it the bytes of a tensor where a header says how long the JSON
 * is.
 *
 * @param bytes all of it
 * @param announced whether the header was there
 */
record InferBody(byte[] bytes, int jsonLength, boolean announced) {

  /** Header with the length of the JSON, in bytes. */
  static final String JSON_LENGTH = "Inference-Header-Content-Length";

  /**
   * A body with the header it came with.
   *
   * @param header null where there was none: all is JSON then
   */
  static InferBody of(byte[] bytes, @Nullable String header) {
    if (header == null) {
      return new InferBody(bytes, bytes.length, false);
    }
    int length = header.matches("\\d{1,9}") ? Integer.parseInt(header) : -1;
    if (length < 0 || length > bytes.length) {
      throw ProblemException.invalid(
          JSON_LENGTH,
          header,
          "must be a whole number from 0 to the body's %d bytes".formatted(bytes.length));
    }
    return new InferBody(bytes, length, true);
  }

  /** How many bytes are behind the JSON. */
  int tail() {
    return bytes.length - jsonLength;
  }

  /**
   * The tensor behind the JSON, little-endian as the protocol wants it.
   *
   * @param announcedBytes what the tensor's parameter says
   * @param count what its shape says
   */
  float[] floats(int announcedBytes, int count) {
    if (!announced) {
      throw ProblemException.invalid(
          JSON_LENGTH, null, "must be given with binary_data_size: it says where the bytes begin");
    }
    int expected = count * Float.BYTES;
    if (announcedBytes != expected) {
      throw ProblemException.invalid(
          "inputs[0].parameters.binary_data_size",
          announcedBytes,
          "must be %d, 4 bytes for each of %d numbers".formatted(expected, count));
    }
    if (tail() != expected) {
      throw ProblemException.invalid(
          "body", tail(), "must have %d bytes behind its JSON, had %d".formatted(expected, tail()));
    }
    float[] floats = new float[count];
    ByteBuffer.wrap(bytes, jsonLength, expected)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(floats);
    for (int i = 0; i < count; i++) {
      if (!Float.isFinite(floats[i])) {
        throw ProblemException.invalid(
            "inputs[0].data[" + i + "]", floats[i], "must be a finite FP32 number");
      }
    }
    return floats;
  }
}
