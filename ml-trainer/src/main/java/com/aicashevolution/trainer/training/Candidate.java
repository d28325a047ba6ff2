package com.aicashevolution.trainer.training;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.training.FitOutcome.FittedNetwork;
import java.util.Comparator;

/**
 * A fitted network with its calibration.
 *
 * @param calibration fitted on the validation part
 * @param validation what it scores there, calibrated
 */
public record Candidate(
    FittedNetwork network, TemperatureScaling calibration, ClassificationMetrics validation) {

  /** The better on the validation part first, of equal ones the smaller seed. */
  public static final Comparator<Candidate> BEST_FIRST =
      Comparator.comparingDouble((Candidate c) -> c.validation().logLoss())
          .thenComparingLong(c -> c.network().seed());

  /** Calibrates {@code network} on {@code validation}. */
  public static Candidate of(
      FittedNetwork network, SampleSet validation, Standardizer standardizer) {
    float[] logits = KernelScores.logits(network.parameters(), validation, standardizer);
    int[] labels = validation.labels();
    TemperatureScaling calibration = TemperatureScaling.fit(logits, labels);
    return new Candidate(
        network, calibration, ClassificationMetrics.of(labels, calibration.applyAll(logits)));
  }
}
