package com.aicashevolution.signal;

import com.aicashevolution.indicator.IndicatorName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How much each indicator is trusted at present, and under which name that opinion is known.
 *
 * @param version part of every cache key and journal row
 * @param values one weight per indicator in the order of {@link IndicatorName}, each finite and at
 *     least 0; 1 is neutral
 */
public record IndicatorWeights(String version, List<Double> values) {

  /** All neutral: confidences stay as calibrated. */
  public static final IndicatorWeights NEUTRAL =
      new IndicatorWeights("neutral", Collections.nCopies(IndicatorName.COUNT, 1.0));

  /** Importance of an indicator as long as no attribution says otherwise. */
  public static final List<Double> UNIFORM_IMPORTANCE =
      Collections.nCopies(IndicatorName.COUNT, 1.0);

  /** Smallest factor: weights may at most halve a confidence. */
  public static final double MIN_FACTOR = 0.5;

  public IndicatorWeights {
    if (version.isBlank()) {
      throw new IllegalArgumentException("the weights' version must not be blank");
    }
    values = requireNonNegative("weight", values);
  }

  /** The weight of one indicator. */
  public double of(IndicatorName indicator) {
    return values.get(indicator.ordinal());
  }

  /** Weights by wire name, in the order of {@link IndicatorName}. */
  public Map<String, Double> byWireName() {
    Map<String, Double> map = new LinkedHashMap<>();
    for (IndicatorName indicator : IndicatorName.values()) {
      map.put(indicator.wireName(), of(indicator));
    }
    return Collections.unmodifiableMap(map);
  }

  /**
   * Factor on a calibrated confidence: {@code clamp(Σ importanceᵢ · weightᵢ, 0.5, maxFactor)} with
   * importances scaled to sum to 1. Neutral weights give exactly 1 whatever the importances.
   *
   * @param importance seventeen values ≥ 0, not all 0
   * @param maxFactor largest factor, ≥ 0.5; 1 unless an operator allows weights to inflate
   */
  public double factor(List<Double> importance, double maxFactor) {
    if (!(maxFactor >= MIN_FACTOR && maxFactor < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "maxFactor must be a finite number >= " + MIN_FACTOR + ", was " + maxFactor);
    }
    List<Double> shares = requireNonNegative("importance", importance);
    double weighted = 0;
    double total = 0;
    for (int i = 0; i < IndicatorName.COUNT; i++) {
      weighted += shares.get(i) * values.get(i);
      total += shares.get(i);
    }
    if (total == 0) {
      throw new IllegalArgumentException("importances must not all be 0");
    }
    return Math.clamp(weighted / total, MIN_FACTOR, maxFactor);
  }

  private static List<Double> requireNonNegative(String name, List<Double> values) {
    List<Double> copy = List.copyOf(values);
    if (copy.size() != IndicatorName.COUNT) {
      throw new IllegalArgumentException(
          name + "s must be " + IndicatorName.COUNT + ", were " + copy.size());
    }
    for (int i = 0; i < IndicatorName.COUNT; i++) {
      double value = copy.get(i);
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            name
                + " of "
                + IndicatorName.values()[i].wireName()
                + " must be a finite number >= 0, was "
                + value);
      }
    }
    return copy;
  }
}
