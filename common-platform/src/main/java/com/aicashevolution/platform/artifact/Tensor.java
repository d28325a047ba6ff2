package com.aicashevolution.platform.artifact;

import java.util.Arrays;
import java.util.List;

/**
 * A named array of a weights file.
 *
 * @param shape sizes of the dimensions, each at least 1
 * @param values row-major
 */
record Tensor(List<Integer> shape, float[] values) {

  Tensor {
    shape = List.copyOf(shape);
  }

  static Tensor vector(float[] values) {
    return new Tensor(List.of(values.length), values);
  }

  static Tensor matrix(int rows, int columns, float[] values) {
    return new Tensor(List.of(rows, columns), values);
  }

  /** Index of the first value that is NaN or infinite, or −1. */
  int firstNotFinite() {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Tensor tensor
        && shape.equals(tensor.shape)
        && Arrays.equals(values, tensor.values);
  }

  @Override
  public int hashCode() {
    return 31 * shape.hashCode() + Arrays.hashCode(values);
  }
}
