package com.aicashevolution.inference.tensor.web;

import java.util.List;

/**
 * Numbers as they were posted, in a flat array or in nested ones.
 *
 * @param values row-major
 * @param nesting length of the arrays at each level, outermost first: one level is flat
 */
record TensorData(float[] values, List<Integer> nesting) {

  /** Whether nested arrays, if there are any, are those that {@code shape} says. */
  boolean isNestedAs(List<Integer> shape) {
    return nesting.size() == 1 || nesting.equals(shape);
  }
}
