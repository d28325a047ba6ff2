package com.aicashevolution.feature;

import com.aicashevolution.indicator.IndicatorSnapshot;

/** Makes a snapshot stationary: price levels become distances from the close in units of ATR. */
public final class FeatureTransform {

  /** The formulas in words, one per indicator; part of the schema's hash. */
  public static final String FORMULAS = "contract only";

  private FeatureTransform() {}

  /**
   * Writes the seventeen features of one bar into {@code target} from {@code offset}.
   *
   * @param close close of the bar the snapshot belongs to, price units
   */
  public static void apply(IndicatorSnapshot snapshot, double close, float[] target, int offset) {
    throw new UnsupportedOperationException("contract only");
  }
}
