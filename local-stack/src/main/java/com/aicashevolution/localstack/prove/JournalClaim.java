package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.load.Answer;
import com.aicashevolution.localstack.load.Exchange;
import com.aicashevolution.localstack.load.ExchangeLog;
import com.aicashevolution.localstack.load.LoadRun;
import com.aicashevolution.localstack.load.Pace;
import com.aicashevolution.localstack.stage.Stage;
import com.aicashevolution.localstack.terminal.Progress;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * An answer that was given has its row, whatever happens the moment after: ml-inference is killed
 * with SIGKILL under all the load it can take, again and again, in every third round while Postgres
 * has been killed too and answers are kept in the spool alone. Afterwards the ids of all answers
 * that reached the client whole are looked for in the journal.
 */
final class JournalClaim implements Claim {
  private static final int ROUNDS = 3;
  private static final int FULL_ROUNDS = 50;
  private static final int CONNECTIONS = 8;
  private static final int WARM_ANSWERS = 100;
  private static final long SEED = 20261121;
  private static final long MILLION = 1_000_000;

  /** What is killed besides ml-inference, and when. */
  private enum Round {
    INFERENCE_ALONE,
    /** Postgres comes back before the kill: it may hit the spool while that is emptied. */
    POSTGRES_BEFORE,
    /** Postgres is away when the kill comes: what was answered is in the spool alone. */
    POSTGRES_WITH_IT
  }

  /** Sums over all rounds. */
  private static final class Tally {
    private long acknowledged;
    private long missing;
    private long twice;
    private long spooled;
    private long failedWithoutKill;
  }

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public String statement() {
    return "Every prediction that was answered has its row, once, though the server was killed.";
  }

  @Override
  public String goal() {
    return "0 missing, 0 twice";
  }

  @Override
  public Finding measure(Scene scene, boolean full) {
    int rounds = full ? FULL_ROUNDS : ROUNDS;
    Random random = new Random(SEED);
    Tally tally = new Tally();
    try (Stage stage = Stage.open(scene.project(), 0, scene.terminal(), scene.clock());
        Progress progress = scene.terminal().progress("kills", rounds, "kills")) {
      for (int i = 0; i < rounds; i++) {
        Round round = Round.values()[i % Round.values().length];
        play(stage, round, random, tally);
        progress.update(
            i + 1, "%,d answers, %d missing".formatted(tally.acknowledged, tally.missing));
      }
    }
    return new Finding(
        "%,d answers over %d kills: %,d missing, %,d twice"
            .formatted(tally.acknowledged, rounds, tally.missing, tally.twice),
        tally.missing == 0 && tally.twice == 0 && tally.acknowledged > 0 && tally.spooled > 0,
        """
        kill -9 of ml-inference under %d connections that ask without pause; in %d of %d rounds \
        Postgres was killed too, and %,d answers were given while it was away; \
        %,d requests failed before anything was killed"""
            .formatted(
                CONNECTIONS, rounds * 2 / 3, rounds, tally.spooled, tally.failedWithoutKill));
  }

  private static void play(Stage stage, Round round, Random random, Tally tally) {
    ExchangeLog log = new ExchangeLog();
    long firstKill;
    try (LoadRun _ =
        LoadRun.start(
            stage.inference("/predict"),
            Pace.unbounded(CONNECTIONS),
            Questions.uncached(stage.market().symbols()),
            log)) {
      Stage.await("ml-inference to answer under load", () -> log.answered() >= WARM_ANSWERS);
      pause(random);
      firstKill = System.nanoTime();
      if (round != Round.INFERENCE_ALONE) {
        tally.spooled += spoolForAWhile(stage, random, log);
      }
      if (round == Round.POSTGRES_BEFORE) {
        stage.restart(Stage.POSTGRES);
        pause(random);
      }
      stage.kill(Stage.INFERENCE);
    }
    if (round == Round.POSTGRES_WITH_IT) {
      stage.restart(Stage.POSTGRES);
    }
    stage.restart(Stage.INFERENCE);
    stage.awaitWholeInference();
    count(stage, log.inOrder(), tally);
    tally.failedWithoutKill += failedBefore(firstKill, log);
  }

  private static long failedBefore(long kill, ExchangeLog log) {
    return log.inOrder().stream()
        .filter(exchange -> exchange.failed() && exchange.ended() < kill)
        .count();
  }

  /** Kills Postgres, and gives how many answers were begun and given without it. */
  private static long spoolForAWhile(Stage stage, Random random, ExchangeLog log) {
    stage.kill(Stage.POSTGRES);
    long lost = System.nanoTime();
    pause(random);
    return log.inOrder().stream()
        .filter(exchange -> exchange.begun() > lost && !exchange.failed())
        .count();
  }

  private static void count(Stage stage, List<Exchange> exchanges, Tally tally) {
    Set<UUID> acknowledged =
        exchanges.stream()
            .flatMap(exchange -> exchange.answers().stream())
            .map(Answer::predictionId)
            .collect(Collectors.toSet());
    Map<UUID, Integer> rows = new JournalRows(stage.database()).counts(acknowledged);
    tally.acknowledged += acknowledged.size();
    tally.missing += acknowledged.size() - rows.size();
    tally.twice += rows.values().stream().filter(count -> count > 1).count();
  }

  private static void pause(Random random) {
    LockSupport.parkNanos((300 + random.nextInt(1_200)) * MILLION);
  }
}
