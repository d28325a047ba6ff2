package com.aicashevolution.api.marketdata;

import java.util.List;
import java.util.Optional;

/** Decides by which clock a file is read. */
final class ClockChoice {

  private static final int ENOUGH_WEEKENDS = 3;
  private static final double CLEAR = 0.6;

  private ClockChoice() {}

  /** A clock, or why none is chosen. */
  sealed interface Outcome {

    record Chosen(BarClock clock, List<String> remarks) implements Outcome {}

    record Refused(String sentence) implements Outcome {}
  }

  /** Daily bars carry a date and no time: each is named by its date, whatever the clock. */
  static Outcome daily() {
    return new Outcome.Chosen(
        BarClock.UTC, List.of("daily bars are named by their date, whatever the clock"));
  }

  /**
   * What a person said is believed. A clock its publisher states is kept unless the weekends
   * clearly contradict it: then nothing is guessed. A broker's server clock is read off the
   * weekends.
   */
  static Outcome choose(CandleFormat format, Optional<BarClock> said, ClockEvidence evidence) {
    BarClock usual = format.clock().usual();
    BarClock best = evidence.best();
    boolean clear =
        evidence.weekends() >= ENOUGH_WEEKENDS
            && evidence.fitting(best) >= CLEAR * evidence.weekends();
    if (said.isPresent()) {
      BarClock clock = said.get();
      boolean doubtful = clear && evidence.fitting(clock) < evidence.fitting(best) / 2;
      return new Outcome.Chosen(
          clock, doubtful ? List.of("suspicious clock: " + compare(clock, evidence)) : List.of());
    }
    if (evidence.weekends() < ENOUGH_WEEKENDS) {
      return new Outcome.Chosen(usual, assumed(format, "there are too few weekends to tell"));
    }
    if (clear && !format.clock().stated()) {
      return new Outcome.Chosen(best, List.of());
    }
    if (clear && evidence.fitting(usual) < evidence.fitting(best) / 2) {
      return new Outcome.Refused(
          "suspicious clock: %s; say --clock %s, or --clock %s to insist"
              .formatted(compare(usual, evidence), best, usual));
    }
    return new Outcome.Chosen(
        usual, clear ? List.of() : assumed(format, "no clock fits the weekends of this file"));
  }

  private static List<String> assumed(CandleFormat format, String why) {
    BarClock usual = format.clock().usual();
    return format.clock().stated()
        ? List.of()
        : List.of(
            "clock assumed to be %s, as is usual for %s: %s"
                .formatted(usual, format.wireName(), why));
  }

  private static String compare(BarClock clock, ClockEvidence evidence) {
    return "read as %s the market closes and opens on time on %d of %d weekends, read as %s on %d"
        .formatted(
            clock,
            evidence.fitting(clock),
            evidence.weekends(),
            evidence.best(),
            evidence.fitting(evidence.best()));
  }
}
