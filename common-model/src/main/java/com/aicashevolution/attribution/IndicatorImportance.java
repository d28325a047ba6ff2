package com.aicashevolution.attribution;

import com.aicashevolution.indicator.IndicatorName;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much a version uses each indicator, and what was done to find out.
 *
 * @param importance share of every indicator in all movement of the class probabilities, summing to
 *     1; see {@link GlobalImportance}
 * @param background windows an indicator that is out takes its values from
 * @param windows how many were explained
 * @param permutations orders of the indicators that each explained window was walked in
 * @param seed the orders and the background follow from
 * @param worstEfficiencyGap largest {@code |Σφ − (f(x) − f(base))|} of any window and class
 */
public record IndicatorImportance(
    Map<IndicatorName, Double> importance,
    int background,
    int windows,
    int permutations,
    long seed,
    double worstEfficiencyGap) {

  /** Largest gap there may be: values are sums, not estimates of sums. */
  public static final double EFFICIENCY_TOLERANCE = 1e-6;

  private static final double SUM_TOLERANCE = 1e-9;

  public IndicatorImportance {
    importance = complete(importance);
    requireAtLeastOne("background", background);
    requireAtLeastOne("windows", windows);
    requireAtLeastOne("permutations", permutations);
    if (!(worstEfficiencyGap >= 0 && worstEfficiencyGap <= EFFICIENCY_TOLERANCE)) {
      throw new IllegalArgumentException(
          "worstEfficiencyGap must be in [0, "
              + EFFICIENCY_TOLERANCE
              + "], was "
              + worstEfficiencyGap);
    }
  }

  /** Importance by indicator from {@code shares} in the order of {@link IndicatorName}. */
  public static Map<IndicatorName, Double> byName(double[] shares) {
    if (shares.length != IndicatorName.COUNT) {
      throw new IllegalArgumentException(
          "shares must be " + IndicatorName.COUNT + ", were " + shares.length);
    }
    Map<IndicatorName, Double> map = new EnumMap<>(IndicatorName.class);
    Arrays.stream(IndicatorName.values()).forEach(name -> map.put(name, shares[name.ordinal()]));
    return map;
  }

  /** Shares in the order of {@link IndicatorName}. */
  public List<Double> inOrder() {
    return List.copyOf(importance.values());
  }

  private static Map<IndicatorName, Double> complete(Map<IndicatorName, Double> importance) {
    if (importance.size() != IndicatorName.COUNT) {
      throw new IllegalArgumentException(
          "importance must be of "
              + IndicatorName.COUNT
              + " indicators, was of "
              + importance.size());
    }
    double sum = 0;
    for (Map.Entry<IndicatorName, Double> each : importance.entrySet()) {
      double share = each.getValue();
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException(
            "importance of " + each.getKey().wireName() + " must be in [0, 1], was " + share);
      }
      sum += share;
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new IllegalArgumentException("importances must sum to 1, were " + sum);
    }
    // of an enum: in its order whatever the order given
    return Collections.unmodifiableMap(new EnumMap<>(importance));
  }

  private static void requireAtLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be >= 1, was " + value);
    }
  }
}
