package com.aicashevolution.trainer.training.dl4j;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Copies arrays out of native memory. */
final class RowMajor {

  private RowMajor() {}

  /** The values of {@code array} in row-major order, whatever order it has. */
  static float[] of(INDArray array) {
    try (INDArray copy = array.dup('c')) {
      return copy.data().asFloat();
    }
  }
}
