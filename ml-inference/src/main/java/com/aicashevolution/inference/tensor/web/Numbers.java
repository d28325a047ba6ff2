package com.aicashevolution.inference.tensor.web;

/** Floats on the wire. */
final class Numbers {

  private Numbers() {}

  /** The same numbers as doubles: in decimal, they come back as the same floats from any reader. */
  static double[] exactly(float[] floats) {
    double[] doubles = new double[floats.length];
    for (int i = 0; i < floats.length; i++) {
      doubles[i] = floats[i];
    }
    return doubles;
  }
}
