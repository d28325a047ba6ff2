package com.aicashevolution.trainer.training;

import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.trainer.dataset.SampleWeighting;

/**
 * Everything a fit depends on beside its data and its seed.
 *
 * @param architecture sizes of the network, dropout, batch normalisation
 * @param optimisation how its weights are found
 */
public record Hyperparameters(Architecture architecture, Optimisation optimisation) {

  /**
   * How weights are found: Adam (Kingma, Ba, 2015) on weighted cross-entropy, stopped early.
   *
   * @param learningRate Adam's first step size, in (0, 1); it falls linearly to 0 at the end of
   *     {@code maxEpochs}
   * @param l2 weight of the squared weights in the loss, &ge; 0
   * @param batchSize windows per step
   * @param maxEpochs passes over the training part at most
   * @param patienceEpochs passes without a better validation log-loss before the fit stops
   * @param classWeightPower class weights are (1 / share)^power, scaled to a mean of 1 over the
   *     samples: 0 leaves rare classes rare, 1 makes all classes count alike
   * @param sampleWeighting how much each sample counts in the loss, beside its class
   */
  public record Optimisation(
      double learningRate,
      double l2,
      int batchSize,
      int maxEpochs,
      int patienceEpochs,
      double classWeightPower,
      SampleWeighting sampleWeighting) {

    public Optimisation {
      require(learningRate > 0 && learningRate < 1, "learningRate must be in (0, 1)", learningRate);
      require(l2 >= 0 && l2 < 1, "l2 must be in [0, 1)", l2);
      require(batchSize >= 1 && batchSize <= 65_536, "batchSize must be in [1, 65536]", batchSize);
      require(maxEpochs >= 1 && maxEpochs <= 10_000, "maxEpochs must be in [1, 10000]", maxEpochs);
      require(patienceEpochs >= 1, "patienceEpochs must be >= 1", patienceEpochs);
      require(
          classWeightPower >= 0 && classWeightPower <= 1,
          "classWeightPower must be in [0, 1]",
          classWeightPower);
    }

    private static void require(boolean holds, String rule, double value) {
      if (!holds) {
        throw new IllegalArgumentException(rule + ", was " + value);
      }
    }
  }
}
