package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.RecordedSeries;
import com.aicashevolution.trainer.fits.FitOrder;
import com.aicashevolution.trainer.fits.FitResult;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.Hyperparameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps what a run was fed and everything it tried. Thread-safe. */
public interface RunLedger {

  /** Writes one row per symbol of {@code dataset}. */
  void recordSamples(String trainingId, Dataset dataset);

  /** What {@link #recordSamples} wrote; nothing of a run that has not come so far. */
  List<RecordedSeries> recordedSamples(String trainingId);

  /**
   * Writes one fit: the denominator of every later claim of skill. Once, also if a run that is
   * taken over by another trainer writes it again.
   */
  void recordTrial(String trainingId, Trial trial);

  /** Fits of {@code line} that were ever recorded, whatever became of them. */
  long trials(ModelLine line);

  /**
   * A fit that was scored.
   *
   * @param stage what it was for
   * @param fit number of the fit within its run; of no matter where there is no run
   * @param fold counted from 0
   * @param metrics what it scored on its fold's validation part
   */
  record Trial(
      ModelLine line,
      Stage stage,
      int fit,
      int fold,
      long seed,
      Hyperparameters hyperparameters,
      TrialMetrics metrics) {

    /** The trial that {@code order} was, however it went; a cancelled one is none. */
    static Trial of(ModelLine line, Stage stage, FitOrder order, FitResult result) {
      return new Trial(
          line,
          stage,
          order.number(),
          order.fold(),
          order.seed(),
          order.hyperparameters(),
          TrialMetrics.of(result));
    }
  }

  /** What a trial was for. */
  enum Stage {
    /** To compare hyper-parameters. */
    SEARCH,
    /** To be judged. */
    FOLD
  }

  /**
   * How a trial went.
   *
   * @param outcome {@code fitted} or {@code diverged}
   * @param bestEpoch counted from 1, 0 if it diverged
   * @param validation null if it diverged
   */
  record TrialMetrics(
      String outcome,
      int bestEpoch,
      int epochs,
      double samplesPerSecond,
      @Nullable ClassificationMetrics validation) {

    static TrialMetrics of(FitResult result) {
      return switch (result) {
        case FitResult.Scored(FoldFit fit) ->
            new TrialMetrics(
                "fitted", fit.bestEpoch(), fit.epochs(), fit.samplesPerSecond(), fit.validation());
        case FitResult.Diverged(int epoch) -> new TrialMetrics("diverged", 0, epoch, 0, null);
        case FitResult.Network _, FitResult.Cancelled _ ->
            throw new IllegalArgumentException("only what was scored or diverged is a trial");
      };
    }
  }
}
