package com.aicashevolution.trainer.weights;

import com.aicashevolution.platform.weights.Improvement;
import java.util.List;

/** What came of looking for better weights. */
public sealed interface OptimizationResult {

  /**
   * Better beyond doubt.
   *
   * @param values in the order of the indicators
   */
  record Better(List<Double> values, Improvement improvement) implements OptimizationResult {

    public Better {
      values = List.copyOf(values);
    }
  }

  /**
   * The best that was found is not.
   *
   * @param why one sentence with the numbers
   */
  record NotBetter(List<Double> values, Improvement improvement, String why)
      implements OptimizationResult {

    public NotBetter {
      values = List.copyOf(values);
    }
  }

  /**
   * Nothing can be said.
   *
   * @param why one sentence with the numbers
   */
  record TooFew(String why) implements OptimizationResult {}
}
