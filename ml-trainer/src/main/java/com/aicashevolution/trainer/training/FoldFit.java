package com.aicashevolution.trainer.training;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.ConformalClassifier;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.trainer.training.FitOutcome.FittedNetwork;

/**
 * What is left of the network of one fold and seed once it has been judged: its answers, not its
 * weights.
 *
 * @param fold number of the fold
 * @param bestEpoch counted from 1
 * @param epochs that were run
 * @param calibration fitted on the fold's validation part
 * @param sets fitted on the fold's validation part, after calibration
 * @param validation what it scores there, calibrated
 * @param logits of the block after, row-major {@code [fold.test().size(), 3]}
 */
public record FoldFit(
    int fold,
    long seed,
    int bestEpoch,
    int epochs,
    double samplesPerSecond,
    TemperatureScaling calibration,
    ConformalClassifier sets,
    ClassificationMetrics validation,
    float[] logits) {

  /** Calibrates {@code network} on the validation part and scores the block after. */
  public static FoldFit of(FitTask task, FittedNetwork network) {
    float[] validationLogits =
        KernelScores.logits(network.parameters(), task.fold().validation(), task.standardizer());
    int[] labels = task.fold().validation().labels();
    TemperatureScaling calibration = TemperatureScaling.fit(validationLogits, labels);
    float[] calibrated = calibration.applyAll(validationLogits);
    return new FoldFit(
        task.fold().number(),
        task.seed(),
        network.bestEpoch(),
        network.epochs(),
        network.samplesPerSecond(),
        calibration,
        ConformalClassifier.fit(labels, calibrated, ConformalClassifier.DEFAULT_MISCOVERAGE),
        ClassificationMetrics.of(labels, calibrated),
        KernelScores.logits(network.parameters(), task.fold().test(), task.standardizer()));
  }

  /** Calibrated as its own fold says, row-major {@code [fold.test().size(), 3]}. */
  public float[] probabilities() {
    return calibration.applyAll(logits);
  }
}
