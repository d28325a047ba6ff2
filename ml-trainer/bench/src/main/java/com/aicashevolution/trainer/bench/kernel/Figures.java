package com.aicashevolution.trainer.bench.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the turns showed. Not thread-safe. */
final class Figures {

  /**
   * Multiply-adds of one window of the published architecture: 20 · (17 + 64) · 256 + 20 · (64 +
   * 32) · 128 + 32 · 16 + 16 · 3.
   */
  static final int MULTIPLY_ADDS = 661_040;

  /**
   * One iteration after the other, of all turns.
   *
   * @param nanos of a call, one value an iteration
   * @param bytes of a call, one value an iteration
   */
  record Turns(List<Double> nanos, List<Double> bytes) {

    Turns() {
      this(new ArrayList<>(), new ArrayList<>());
    }

    /** The value that a share {@code q < 1} of the iterations stayed below. */
    double quantileNanos(double q) {
      return quantile(nanos, q);
    }

    /** Half of the iterations left no more: what a call does, and not what happened once. */
    double medianBytes() {
      return quantile(bytes, 0.5);
    }
  }

  private record Key(Entrant entrant, int windows) {}

  private final Map<Key, Turns> turns = new HashMap<>();
  private final List<Double> peaks = new ArrayList<>();

  void addPeak(List<Double> nanos) {
    nanos.forEach(each -> peaks.add(MultiplyAdds.each() / each));
  }

  void add(Entrant entrant, int windows, List<Double> nanos, List<Double> bytes) {
    Turns all = turns.computeIfAbsent(new Key(entrant, windows), _ -> new Turns());
    all.nanos().addAll(nanos);
    all.bytes().addAll(bytes);
  }

  boolean has(Entrant entrant) {
    return turns.containsKey(new Key(entrant, Entrant.WINDOWS.getFirst()));
  }

  Turns of(Entrant entrant, int windows) {
    Turns found = turns.get(new Key(entrant, windows));
    if (found == null) {
      throw new IllegalStateException(entrant.title() + " was not measured");
    }
    return found;
  }

  /** Median microseconds a window. */
  double micros(Entrant entrant, int windows) {
    return quantileMicros(entrant, windows, 0.5);
  }

  double quantileMicros(Entrant entrant, int windows, double q) {
    return of(entrant, windows).quantileNanos(q) / 1e3 / windows;
  }

  /** Multiply-adds a nanosecond, the median. */
  double peak() {
    return quantile(peaks, 0.5);
  }

  /** Microseconds that the multiply-adds of a window take at {@link #peak}. */
  double floorMicros() {
    return MULTIPLY_ADDS / peak() / 1e3;
  }

  private static double quantile(List<Double> values, double q) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[(int) (q * sorted.length)];
  }
}
