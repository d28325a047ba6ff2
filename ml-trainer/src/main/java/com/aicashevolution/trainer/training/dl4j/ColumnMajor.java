package com.aicashevolution.trainer.training.dl4j;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.lang.ref.Reference;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies float32 arrays between native memory and Java's, in column-major (Fortran) order, as whole
 * blocks: an operation of the library costs more than the copy.
 */
final class ColumnMajor {

  private ColumnMajor() {}

  /** Fills {@code values} with those of {@code array}, whatever order it has. */
  static void read(INDArray array, float[] values) {
    INDArray ordered = isColumnMajor(array) ? array : array.dup('f');
    try {
      MemorySegment.copy(memory(ordered, values.length), JAVA_FLOAT, 0, values, 0, values.length);
    } finally {
      Reference.reachabilityFence(ordered);
    }
  }

  /**
   * Fills {@code array} with {@code values}.
   *
   * @throws IllegalArgumentException unless the array is in column-major order
   */
  static void write(float[] values, INDArray array) {
    if (!isColumnMajor(array)) {
      throw new IllegalArgumentException("not a column-major array: " + array.shapeInfoToString());
    }
    try {
      MemorySegment.copy(values, 0, memory(array, values.length), JAVA_FLOAT, 0, values.length);
    } finally {
      Reference.reachabilityFence(array);
    }
  }

  /** Whether all values are zero; the order does not matter for that. */
  static boolean isZero(INDArray array) {
    INDArray whole = array.isView() ? array.dup() : array;
    int length = Math.toIntExact(whole.length());
    try {
      MemorySegment values = memory(whole, length);
      for (int i = 0; i < length; i++) {
        if (values.getAtIndex(JAVA_FLOAT, i) != 0) {
          return false;
        }
      }
      return true;
    } finally {
      Reference.reachabilityFence(whole);
    }
  }

  /** Whether the elements lie in this order without gaps; a view may. */
  static boolean isColumnMajor(INDArray array) {
    long expected = 1;
    for (int dimension = 0; dimension < array.rank(); dimension++) {
      if (array.size(dimension) != 1 && array.stride(dimension) != expected) {
        return false;
      }
      expected *= array.size(dimension);
    }
    return true;
  }

  /**
   * Where a view begins only {@code addressPointer} knows; the buffer's own address is the whole's.
   */
  @SuppressWarnings("restricted")
  private static MemorySegment memory(INDArray array, int length) {
    if (array.dataType() != DataType.FLOAT || array.length() != length) {
      throw new IllegalArgumentException(
          "expected " + length + " floats, was " + array.shapeInfoToString());
    }
    return MemorySegment.ofAddress(array.data().addressPointer().address())
        .reinterpret(JAVA_FLOAT.byteSize() * length);
  }
}
