package com.aicashevolution.platform.journal.jdbc;

import java.nio.ByteBuffer;

/** Floats as the big-endian bytes of their bits: the journal replays exactly what was answered. */
final class WindowBits {

  private WindowBits() {}

  static byte[] write(float[] window) {
    ByteBuffer bytes = ByteBuffer.allocate(window.length * Float.BYTES);
    bytes.asFloatBuffer().put(window);
    return bytes.array();
  }

  static float[] read(byte[] bytes) {
    if (bytes.length % Float.BYTES != 0) {
      throw new IllegalStateException(
          "a stored window must have a multiple of 4 bytes, had " + bytes.length);
    }
    float[] window = new float[bytes.length / Float.BYTES];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(window);
    return window;
  }
}
