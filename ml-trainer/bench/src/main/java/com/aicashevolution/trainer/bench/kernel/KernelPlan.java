package com.aicashevolution.trainer.bench.kernel;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * How long it is measured.
 *
 * @param rounds in which everybody has a turn for each number of windows, a fork each
 * @param warmUps of a turn, after the contender's own of {@link ForwardPass#open}
 * @param measured of a turn
 * @param write whether the report goes into docs as well
 */
record KernelPlan(int rounds, Iterations warmUps, Iterations measured, boolean write) {

  /** So many stretches of so long. */
  record Iterations(int count, Duration length) {}

  /** {@code --quick}, {@code --rounds N}, {@code --write}. */
  static KernelPlan of(String[] arguments) {
    KernelPlan plan =
        new KernelPlan(
            3,
            new Iterations(2, Duration.ofMillis(100)),
            new Iterations(10, Duration.ofMillis(100)),
            false);
    Deque<String> left = new ArrayDeque<>(Arrays.asList(arguments));
    while (!left.isEmpty()) {
      String word = left.remove();
      plan =
          switch (word) {
            case "--quick" -> new KernelPlan(1, plan.warmUps, plan.measured, plan.write);
            case "--rounds" ->
                new KernelPlan(number(left), plan.warmUps, plan.measured, plan.write);
            case "--write" -> new KernelPlan(plan.rounds, plan.warmUps, plan.measured, true);
            default ->
                throw new IllegalArgumentException(
                    "no option " + word + ": --quick, --rounds N, --write");
          };
    }
    return plan;
  }

  private static int number(Deque<String> left) {
    String text = left.isEmpty() ? "" : left.remove();
    if (!text.matches("[1-9]\\d{0,2}")) {
      throw new IllegalArgumentException("--rounds must be in [1, 999], was “" + text + "”");
    }
    return Integer.parseInt(text);
  }
}
