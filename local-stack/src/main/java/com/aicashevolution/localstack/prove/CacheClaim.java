package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.load.Answer;
import com.aicashevolution.localstack.load.LoadRun;
import com.aicashevolution.localstack.load.Pace;
import com.aicashevolution.localstack.stage.Stage;
import com.aicashevolution.localstack.terminal.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;

/**
 * A remembered answer is given only where it belongs: while versions are promoted, rolled back and
 * reloaded and bars close, no answer is of a version that its request was not assigned, none of a
 * bar that another has followed, and none says otherwise than the row it names. Most questions come
 * in batches, the rest one by one.
 */
final class CacheClaim implements Claim {
  private static final int BATCH = 256;
  private static final int BATCH_CONNECTIONS = 2;
  private static final int SINGLE_CONNECTIONS = 4;
  private static final int BARS = 40;
  private static final int MOVES_PER_BAR = 4;
  private static final long BETWEEN_MOVES = 250_000_000;

  /**
   * How much is asked at least.
   *
   * @param answers from the cache
   * @param swaps in the meantime
   */
  private record Size(long answers, int swaps) {
    static final Size DEFAULT = new Size(50_000, 24);
    static final Size FULL = new Size(1_000_000, 400);
  }

  @Override
  public String name() {
    return "cache";
  }

  @Override
  public String statement() {
    return "No cached answer is of a version its request was not assigned, or of a bar gone by.";
  }

  @Override
  public String goal() {
    return "0 wrong";
  }

  @Override
  public Finding measure(Scene scene, boolean full) {
    Size wanted = full ? Size.FULL : Size.DEFAULT;
    try (Stage stage = Stage.open(scene.project(), BARS, scene.terminal(), scene.clock())) {
      SwapDriver versions = new SwapDriver(stage);
      BarDriver bars = new BarDriver(stage);
      CacheLedger ledger = new CacheLedger(versions.assigned(), bars::newest);
      Moves moves = ask(scene, stage, versions, bars, ledger, wanted);
      return judge(stage, ledger, moves);
    }
  }

  /** How often what may be answered changed. */
  private record Moves(int swaps, int bars) {}

  private static Moves ask(
      Scene scene,
      Stage stage,
      SwapDriver versions,
      BarDriver bars,
      CacheLedger ledger,
      Size wanted) {
    int swaps = 0;
    int closed = 0;
    try (Progress progress =
            scene.terminal().progress("cached answers", wanted.answers(), "answers");
        LoadRun _ =
            LoadRun.start(
                stage.inference("/batch-predict"),
                Pace.unbounded(BATCH_CONNECTIONS),
                Questions.cachedBatches(stage.market().symbols(), BATCH),
                ledger);
        LoadRun _ =
            LoadRun.start(
                stage.inference("/predict"),
                Pace.unbounded(SINGLE_CONNECTIONS),
                Questions.cached(stage.market().symbols()),
                ledger)) {
      while (ledger.cached() < wanted.answers() || swaps < wanted.swaps()) {
        if (swaps % MOVES_PER_BAR == MOVES_PER_BAR - 1 && stage.market().barsToCome() > 0) {
          bars.closeBar();
          closed++;
        }
        var _ = versions.next();
        swaps++;
        LockSupport.parkNanos(BETWEEN_MOVES);
        progress.update(
            (double) Math.min(ledger.cached(), wanted.answers()),
            "%d swaps, %,d wrong".formatted(swaps, ledger.wrong()));
      }
    }
    return new Moves(swaps, closed);
  }

  private static Finding judge(Stage stage, CacheLedger ledger, Moves moves) {
    AnswerCheck check = new AnswerCheck(stage);
    List<Answer> rows = List.copyOf(ledger.oneOfEachRow());
    List<String> complaints = new ArrayList<>(ledger.complaints());
    List<String> notReproduced = check.notReproduced(rows);
    complaints.addAll(notReproduced.subList(0, Math.min(3, notReproduced.size())));
    long wrong = ledger.wrong() + notReproduced.size();
    return new Finding(
        String.format(
            Locale.ROOT,
            "%,d cached answers over %,d swaps and %,d bar closes: %,d wrong",
            ledger.cached(),
            moves.swaps(),
            moves.bars(),
            wrong),
        wrong == 0 && ledger.failed() == 0 && moves.bars() > 0,
        String.format(
                Locale.ROOT,
                "%,d of them asked one by one, the others in batches of %d; %,d answers were"
                    + " computed, whose %,d rows were recomputed bit for bit; %,d requests failed",
                ledger.cachedSingly(),
                BATCH,
                ledger.computed(),
                rows.size(),
                ledger.failed())
            + (complaints.isEmpty() ? "" : "\n  " + String.join("\n  ", complaints)));
  }
}
