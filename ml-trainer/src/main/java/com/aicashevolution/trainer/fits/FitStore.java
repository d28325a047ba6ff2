package com.aicashevolution.trainer.fits;

import com.aicashevolution.trainer.dataset.DatasetSpec;
import com.aicashevolution.trainer.dataset.RecordedSeries;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.training.FitObserver.FitProgress;
import com.aicashevolution.trainer.training.WarmStart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the fits of runs and what came of them. Thread-safe across processes. A fit is done once:
 * whoever finishes it first is believed, and as the result is a pure function of the order it does
 * not matter who.
 */
public interface FitStore {

  /** Adds the fits that are not there yet. */
  void post(String trainingId, List<FitOrder> orders);

  /**
   * Takes a fit, from another replica too if that had it: the caller knows that nobody else works
   * on it. Nothing if it is over, or its run is.
   */
  Optional<Claimed> claim(FitRef fit, String replica, Instant at);

  /**
   * Tells how far a fit is.
   *
   * @return whether to go on: its run still wants it
   */
  boolean beat(FitRef fit, String replica, @Nullable FitProgress progress);

  /** Gives a fit back for others to take. */
  void release(FitRef fit, String replica, String why);

  /**
   * Keeps the result of a fit that has none.
   *
   * @throws OutcomeTooLargeException if it does not fit into a row
   */
  void finish(FitRef fit, FitResult result, Instant at);

  /** Ends a fit that cannot be made. */
  void fail(FitRef fit, String why, Instant at);

  /** Where the fits of a run are. */
  List<FitState> states(String trainingId);

  /** The result of a fit that is done, of a run that is not over. */
  FitResult result(FitRef fit);

  /** What a replica needs to cut the data of a run as its coordinator did. */
  Briefing briefing(String trainingId);

  /**
   * A fit that was taken.
   *
   * @param takenFrom who had it, null if nobody
   * @param takeovers how often it was taken from somebody who vanished, this time included
   */
  record Claimed(FitOrder order, @Nullable String takenFrom, int takeovers) {}

  /**
   * Where a fit is.
   *
   * @param message of a fit that failed, or was given back
   */
  record FitState(
      int number, State state, @Nullable FitProgress progress, @Nullable String message) {}

  /** Life of a fit. */
  enum State {
    WAITING,
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * How the data of a run is read and cut.
   *
   * @param warmStart where its fits begin; null for random weights
   * @param fed the very candles it was fed
   */
  record Briefing(
      DatasetSpec dataset,
      WalkForward split,
      int maxTrainSamples,
      @Nullable WarmStart warmStart,
      List<RecordedSeries> fed) {}

  /** A result that is larger than a row may be. */
  final class OutcomeTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public OutcomeTooLargeException(int bytes, int limit) {
      super("its outcome has " + bytes + " bytes, at most " + limit + " are kept");
    }
  }
}
