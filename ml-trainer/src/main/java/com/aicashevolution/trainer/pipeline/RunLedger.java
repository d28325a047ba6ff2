package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.training.Hyperparameters;
import org.jspecify.annotations.Nullable;

/** Keeps what a run was fed and everything it tried. Thread-safe. */
public interface RunLedger {

  /** Writes one row per symbol of {@code dataset}. */
  void recordSamples(String trainingId, Dataset dataset);

  /** Writes one fit: the denominator of every later claim of skill. */
  void recordTrial(String trainingId, Trial trial);

  /** Fits of {@code line} that were ever recorded, whatever became of them. */
  long trials(ModelLine line);

  /**
   * A fit that was scored.
   *
   * @param fold counted from 0
   * @param metrics what it scored on its fold's validation part
   */
  record Trial(
      ModelLine line, int fold, long seed, Hyperparameters hyperparameters, TrialMetrics metrics) {}

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
      @Nullable ClassificationMetrics validation) {}
}
