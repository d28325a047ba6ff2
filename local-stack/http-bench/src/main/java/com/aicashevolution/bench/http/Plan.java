package com.aicashevolution.bench.http;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * How long it is measured.
 *
 * @param rounds of every contestant
 * @param length of a round
 * @param warmUp of every contestant before the first round, at least
 * @param only part of the names of those that are measured, for a profile; empty for all
 */
record Plan(int rounds, Duration length, Duration warmUp, String only) {
  private static final int CONNECTIONS = 32;

  /**
   * {@code --quick}, {@code --rounds N}, {@code --seconds S}, {@code --warm-up S}, {@code --only
   * NAME}.
   */
  static Plan of(String[] arguments) {
    Plan plan = new Plan(15, Duration.ofSeconds(2), Duration.ofSeconds(20), "");
    Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
    while (!left.isEmpty()) {
      String word = left.remove();
      plan =
          switch (word) {
            case "--quick" -> new Plan(5, Duration.ofSeconds(1), Duration.ofSeconds(8), plan.only);
            case "--rounds" -> new Plan(number(word, left), plan.length, plan.warmUp, plan.only);
            case "--seconds" ->
                new Plan(
                    plan.rounds, Duration.ofSeconds(number(word, left)), plan.warmUp, plan.only);
            case "--warm-up" ->
                new Plan(
                    plan.rounds, plan.length, Duration.ofSeconds(number(word, left)), plan.only);
            case "--only" -> new Plan(plan.rounds, plan.length, plan.warmUp, left.remove());
            default ->
                throw new IllegalArgumentException(
                    "no option "
                        + word
                        + ": --quick, --rounds N, --seconds S, --warm-up S, --only NAME");
          };
    }
    return plan;
  }

  private static int number(String word, Deque<String> left) {
    String text = left.isEmpty() ? "" : left.remove();
    if (!text.matches("[1-9]\\d{0,3}")) {
      throw new IllegalArgumentException(word + " must be in [1, 9999], was “" + text + "”");
    }
    return Integer.parseInt(text);
  }

  /** How long each is warmed up at most while the servers' compilers do not rest. */
  Duration longestWarmUp() {
    return warmUp.multipliedBy(3);
  }

  int connections() {
    return CONNECTIONS;
  }
}
