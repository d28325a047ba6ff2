package com.aicashevolution.bench.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one contestant. */
final class Tally {
  private final List<Round> rounds = new ArrayList<>();

  void add(Round round) {
    rounds.add(round);
  }

  double perSecond() {
    return median(Round::perSecond);
  }

  double percentileMillis(double q) {
    return median(round -> round.percentileMillis(q));
  }

  double serverMicros() {
    return median(Round::serverMicros);
  }

  /** Median share of the servers' processor time that their compilers took. */
  double compiling() {
    return median(Round::compiling);
  }

  /**
   * Median over the rounds of this one's rate by the other's in the same round: what disturbs a
   * round disturbs both.
   */
  double ratioTo(Tally other) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < Math.min(rounds.size(), other.rounds.size()); i++) {
      ratios.add(rounds.get(i).perSecond() / other.rounds.get(i).perSecond());
    }
    ratios.sort(Comparator.naturalOrder());
    return ratios.get(ratios.size() / 2);
  }

  private double median(ToDoubleFunction<Round> figure) {
    double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
