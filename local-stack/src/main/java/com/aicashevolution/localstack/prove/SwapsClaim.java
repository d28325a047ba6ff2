package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.load.Answer;
import com.aicashevolution.localstack.load.Exchange;
import com.aicashevolution.localstack.load.ExchangeLog;
import com.aicashevolution.localstack.load.LoadRun;
import com.aicashevolution.localstack.load.Pace;
import com.aicashevolution.localstack.stage.Stage;
import com.aicashevolution.localstack.terminal.Progress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Versions come and go under a steady load that does not wait for them: no request fails, none is
 * answered by two versions or by one it was not assigned, none waits noticeably longer, and the
 * thousandth swap costs what the first did.
 *
 * <p>The load is an open loop at half of what this machine was measured to hold, its latency
 * counted from when a request was due. Generator, services and engines share the machine. What
 * ml-inference holds is compared after collections of its garbage: between two of them it says how
 * long ago the last was.
 */
final class SwapsClaim implements Claim {
  private static final double MOST_REQUESTS_PER_SECOND = 500;
  private static final int CONNECTIONS = 32;
  private static final double MOST_P99_RATIO = 1.5;
  private static final double MOST_GROWTH = 0.01;
  private static final double MOST_CREEP = 1.2;
  private static final int RECOMPUTED = 2_000;
  private static final long SEED = 20261121;
  private static final long SECOND = 1_000_000_000;
  private static final long BETWEEN_MOVES = SECOND / 10;
  private static final long AFTER_COLLECTION = 2 * SECOND;

  /**
   * How much is measured.
   *
   * @param compared how many moves at either end are compared with each other
   */
  private record Size(int capacitySeconds, int warmUp, int steadySeconds, int moves, int compared) {
    static final Size DEFAULT = new Size(5, 60, 15, 120, 30);
    static final Size FULL = new Size(10, 600, 60, 1_000, 100);
  }

  @Override
  public String name() {
    return "swaps";
  }

  @Override
  public String statement() {
    return "Swapping models loses no request, mixes no versions and delays nobody.";
  }

  @Override
  public String goal() {
    return "0 failed, 0 mixed, p99 at most 1.5 × steady, memory growth at most 1 %, no creep";
  }

  @Override
  public Finding measure(Scene scene, boolean full) {
    Size size = full ? Size.FULL : Size.DEFAULT;
    try (Stage stage = Stage.open(scene.project(), 0, scene.terminal(), scene.clock())) {
      double capacity = capacity(stage, size);
      double rate = Math.min(MOST_REQUESTS_PER_SECOND, Math.floor(capacity / 2));
      scene
          .terminal()
          .line("  holds %,.0f requests/s; measured at %,.0f/s".formatted(capacity, rate));
      return measure(scene, stage, size, capacity, rate);
    }
  }

  private static double capacity(Stage stage, Size size) {
    ExchangeLog log = new ExchangeLog();
    long begun;
    int before;
    try (LoadRun _ = load(stage, Pace.unbounded(CONNECTIONS), log)) {
      pause(size.capacitySeconds() * SECOND);
      begun = System.nanoTime();
      before = log.answered();
      pause(size.capacitySeconds() * SECOND);
    }
    return (log.answered() - before) / ((System.nanoTime() - begun) / 1e9);
  }

  private static LoadRun load(Stage stage, Pace pace, ExchangeLog log) {
    return LoadRun.start(
        stage.inference("/predict"), pace, Questions.uncached(stage.market().symbols()), log);
  }

  private static Finding measure(
      Scene scene, Stage stage, Size size, double capacity, double rate) {
    SwapDriver driver = new SwapDriver(stage);
    ExchangeLog log = new ExchangeLog();
    List<SwapDriver.Move> moves = new ArrayList<>();
    SwapFigures.Phases phases;
    long residentBefore;
    long residentAfter;
    LoadTimes loadsBefore;
    LoadTimes loadsAfter;
    try (Progress progress =
            scene.terminal().progress("swaps", size.warmUp() + size.moves(), "swaps");
        LoadRun _ = load(stage, new Pace(rate, CONNECTIONS), log)) {
      for (int i = 0; i < size.warmUp(); i++) {
        var _ = move(driver);
        progress.update(i + 1, "warming up");
      }
      residentBefore = stage.residentKilobytes(Stage.INFERENCE);
      pause(AFTER_COLLECTION); // which held up requests that are not to be measured
      long steady = System.nanoTime();
      pause(size.steadySeconds() * SECOND);
      loadsBefore = LoadTimes.in(stage.inferenceMetrics());
      long swapping = System.nanoTime();
      for (int i = 0; i < size.moves(); i++) {
        moves.add(move(driver));
        progress.update(size.warmUp() + i + 1, "");
      }
      long after = System.nanoTime();
      loadsAfter = LoadTimes.in(stage.inferenceMetrics());
      pause(size.steadySeconds() * SECOND);
      phases = new SwapFigures.Phases(steady, swapping, after, System.nanoTime());
      residentAfter = stage.residentKilobytes(Stage.INFERENCE);
    }
    List<Exchange> exchanges = log.inOrder();
    SwapFigures figures = SwapFigures.of(exchanges, moves, phases, size.compared());
    double growth = (double) residentAfter / residentBefore - 1;
    List<String> mixed = mixed(stage, driver, exchanges);
    long failed = exchanges.stream().filter(Exchange::failed).count();
    boolean holds =
        failed == 0
            && mixed.isEmpty()
            && figures.p99Ratio() <= MOST_P99_RATIO
            && growth <= MOST_GROWTH
            && figures.creep() <= MOST_CREEP;
    return new Finding(
        String.format(
            Locale.ROOT,
            "%,d swaps at %,.0f requests/s: %d failed, %d mixed, p99 %.2f × steady, memory %+.1f %%,"
                + " last %d swaps %.2f × the first",
            moves.size(),
            rate,
            failed,
            mixed.size(),
            figures.p99Ratio(),
            100 * growth,
            size.compared(),
            figures.creep()),
        holds,
        String.format(
                Locale.ROOT,
                "holds %,.0f requests/s under %d connections; ml-inference %,d kB before, %,d kB"
                    + " after; reading, verifying and warming a version took %.0f ms on average; %s",
                capacity,
                CONNECTIONS,
                residentBefore,
                residentAfter,
                loadsAfter.meanMillisSince(loadsBefore),
                figures.describe())
            + Failures.describe(exchanges)
            + (mixed.isEmpty() ? "" : "\n  mixed: " + mixed.subList(0, Math.min(3, mixed.size()))));
  }

  private static SwapDriver.Move move(SwapDriver driver) {
    pause(BETWEEN_MOVES);
    return driver.next();
  }

  /** Answers of a version they were not assigned, or that do not agree with themselves. */
  private static List<String> mixed(Stage stage, SwapDriver driver, List<Exchange> exchanges) {
    List<String> mixed = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      for (Answer answer : exchange.answers()) {
        answers.add(answer);
        if (!driver.assigned().allows(answer.modelVersion(), exchange.begun(), exchange.ended())) {
          mixed.add(answer.predictionId() + " is of unassigned " + answer.modelVersion());
        }
      }
    }
    AnswerCheck check = new AnswerCheck(stage);
    mixed.addAll(check.foreignRows(answers));
    Collections.shuffle(answers, new Random(SEED));
    mixed.addAll(check.notReproduced(answers.subList(0, Math.min(RECOMPUTED, answers.size()))));
    return mixed;
  }

  private static void pause(long nanos) {
    long until = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = until - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
