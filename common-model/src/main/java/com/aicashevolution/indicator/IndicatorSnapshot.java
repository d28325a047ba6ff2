package com.aicashevolution.indicator;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The seventeen indicator values at one bar. Immutable; every value is finite. */
public final class IndicatorSnapshot {

  private final double[] values;

  private IndicatorSnapshot(double[] values) {
    this.values = values;
  }

  /**
   * Wraps {@code values} in the order of {@link IndicatorName}.
   *
   * @throws IllegalArgumentException if there are not seventeen, or one is NaN, infinite or a value
   *     its indicator cannot have; the message names it
   */
  public static IndicatorSnapshot of(double... values) {
    if (values.length != IndicatorName.COUNT) {
      throw new IllegalArgumentException(
          "indicators must be " + IndicatorName.COUNT + ", were " + values.length);
    }
    for (IndicatorName name : IndicatorName.values()) {
      name.requireLegal(values[name.ordinal()]);
    }
    return new IndicatorSnapshot(values.clone());
  }

  public double get(IndicatorName name) {
    return values[name.ordinal()];
  }

  /** This snapshot with the values of {@code replacements} in place of its own. */
  public IndicatorSnapshot with(Map<IndicatorName, Double> replacements) {
    double[] copy = values.clone();
    replacements.forEach((name, value) -> copy[name.ordinal()] = value);
    return of(copy);
  }

  /** The values in the order of {@link IndicatorName}; a copy. */
  public double[] toArray() {
    return values.clone();
  }

  /** Wire name to value, in order. */
  public Map<String, Double> toMap() {
    Map<String, Double> map = new LinkedHashMap<>();
    for (IndicatorName name : IndicatorName.values()) {
      map.put(name.wireName(), get(name));
    }
    return map;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof IndicatorSnapshot that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return toMap().toString();
  }
}
