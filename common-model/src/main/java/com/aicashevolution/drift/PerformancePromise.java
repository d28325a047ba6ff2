package com.aicashevolution.drift;

import java.util.Arrays;
import java.util.List;

/**
 * What following a model's signals brought where it had not been fitted, as results of the same
 * model are held against. Results of one day depend on each other, because currencies share a
 * dollar; so a day counts once:
 *
 * <pre>
 * z = (sum − n mean) / (deviation √(n (1 + (n − 1) correlation)))     (design effect: Kish 1965)
 * </pre>
 *
 * <p>The z of the days go into a {@link PageHinkley} test. A result is that of a trade, net of
 * spread, in ATR, of trades of one symbol that do not overlap.
 *
 * @param trades it was made of, &ge; {@value #LEAST_TRADES}
 * @param days with a trade, &ge; {@value #LEAST_DAYS}
 * @param mean of a result
 * @param deviation of a result, &gt; 0
 * @param correlation of two results of a day, in [0, 1)
 */
public record PerformancePromise(
    int trades, int days, double mean, double deviation, double correlation) {

  /** Below these a mean promises nothing. */
  public static final int LEAST_TRADES = 100;

  public static final int LEAST_DAYS = 30;

  /** Mean days with trades between false alarms: about four years. */
  private static final double DAYS_BETWEEN_FALSE_ALARMS = 1000;

  /** In deviations of a day. */
  private static final double FALL_WORTH_NOTICING = 0.5;

  private static final double LARGEST_CORRELATION = 0.95;

  public PerformancePromise {
    if (trades < LEAST_TRADES || days < LEAST_DAYS) {
      throw new IllegalArgumentException(
          "trades must be >= "
              + LEAST_TRADES
              + " and days >= "
              + LEAST_DAYS
              + ", were "
              + trades
              + " and "
              + days);
    }
    if (!Double.isFinite(mean)) {
      throw new IllegalArgumentException("mean must be finite, was " + mean);
    }
    if (!(deviation > 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("deviation must be finite and > 0, was " + deviation);
    }
    if (!(correlation >= 0 && correlation < 1)) {
      throw new IllegalArgumentException("correlation must be in [0, 1), was " + correlation);
    }
  }

  /** Whether such results can promise anything: enough of them, and not all the same. */
  public static boolean isPossible(List<double[]> days) {
    return days.size() >= LEAST_DAYS
        && trades(days) >= LEAST_TRADES
        && days.stream().flatMapToDouble(Arrays::stream).distinct().count() > 1;
  }

  private static int trades(List<double[]> days) {
    return days.stream().mapToInt(day -> day.length).sum();
  }

  /**
   * Of the results of each day that had any.
   *
   * @throws IllegalArgumentException if they are too few, or all the same
   */
  public static PerformancePromise of(List<double[]> days) {
    int trades = trades(days);
    double sum = 0;
    for (double[] day : days) {
      sum += total(day);
    }
    double mean = sum / trades;
    double squares = 0;
    double products = 0;
    double pairs = 0;
    for (double[] day : days) {
      double own = 0;
      for (double result : day) {
        own += (result - mean) * (result - mean);
      }
      double deviation = total(day) - day.length * mean;
      squares += own;
      products += deviation * deviation - own;
      pairs += (double) day.length * (day.length - 1);
    }
    double variance = squares / Math.max(1, trades - 1);
    double correlation = pairs > 0 && variance > 0 ? products / pairs / variance : 0;
    return new PerformancePromise(
        trades,
        days.size(),
        mean,
        Math.sqrt(variance),
        Math.clamp(correlation, 0, LARGEST_CORRELATION));
  }

  private static double total(double[] day) {
    double total = 0;
    for (double result : day) {
      total += result;
    }
    return total;
  }

  /** The test before the first day. */
  public PageHinkley unbroken() {
    return PageHinkley.promising(0, 1, FALL_WORTH_NOTICING, DAYS_BETWEEN_FALSE_ALARMS);
  }

  /**
   * How a day came out: about 0 with deviation 1 while the promise holds.
   *
   * @param results of the day, at least one
   */
  public double surprise(double[] results) {
    int n = results.length;
    if (n == 0) {
      throw new IllegalArgumentException("results must be at least 1, were 0");
    }
    double spread = deviation * Math.sqrt(n * (1 + (n - 1) * correlation));
    return (total(results) - n * mean) / spread;
  }
}
