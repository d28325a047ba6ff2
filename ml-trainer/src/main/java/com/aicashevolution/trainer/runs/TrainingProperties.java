package com.aicashevolution.trainer.runs;

import com.aicashevolution.trainer.dataset.SampleWeighting;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How runs train unless a request says otherwise.
 *
 * @param seed of the first fit
 * @param folds networks per seed that are judged on what came after their data
 * @param seeds fits per fold; the one in the middle is published, the worst decides
 * @param parallelism fits at once; 0 for as many as there are cores
 */
@Validated
@ConfigurationProperties(prefix = "ml.training", ignoreUnknownFields = false)
public record TrainingProperties(
    @DefaultValue("20261101") @Min(0) long seed,
    @DefaultValue("4") @Min(1) @Max(20) int folds,
    @DefaultValue("3") @Min(1) @Max(16) int seeds,
    @DefaultValue("0") @Min(0) @Max(256) int parallelism,
    @DefaultValue @Valid Network network,
    @DefaultValue @Valid Optimiser optimiser,
    @DefaultValue @Valid Data data) {

  /**
   * Sizes of the network.
   *
   * @param lstmUnits units of each recurrent layer, input side first
   * @param dropout probability of dropping an activation while fitting
   * @param batchNorm whether the last step is normalised before the dense layer
   */
  public record Network(
      @DefaultValue({"64", "32"}) @NotEmpty List<@Min(1) @Max(1024) Integer> lstmUnits,
      @DefaultValue("16") @Min(1) @Max(1024) int denseUnits,
      @DefaultValue("0.1") @DecimalMin("0.0") @DecimalMax("0.9") double dropout,
      @DefaultValue("false") boolean batchNorm) {}

  /**
   * How weights are found; see {@code Hyperparameters.Optimisation}.
   *
   * @param classWeightPower 0 leaves rare classes rare, 1 makes all classes count alike
   * @param uniquenessWeights whether samples whose labels overlap count less in the fit of networks
   *     and of the baselines that learn
   */
  public record Optimiser(
      @DefaultValue("0.002") @DecimalMin("0.000001") @DecimalMax("0.5") double learningRate,
      @DefaultValue("0.00001") @DecimalMin("0.0") @DecimalMax("0.5") double l2,
      @DefaultValue("256") @Min(1) @Max(8192) int batchSize,
      @DefaultValue("12") @Min(1) @Max(1000) int maxEpochs,
      @DefaultValue("3") @Min(1) @Max(1000) int patienceEpochs,
      @DefaultValue("0.5") @DecimalMin("0.0") @DecimalMax("1.0") double classWeightPower,
      @DefaultValue("true") boolean uniquenessWeights) {

    public SampleWeighting sampleWeighting() {
      return uniquenessWeights ? SampleWeighting.UNIQUENESS : SampleWeighting.EQUAL;
    }
  }

  /**
   * What is learned from, and what the question is.
   *
   * @param holdoutShare of all samples, the newest, which the published network is judged on once
   * @param validationShare of what a fold may learn from, its end, for early stopping and
   *     calibration
   * @param maxTrainBlocks blocks of time a fold learns from at most; 0 for all before it
   * @param maxTrainSamples beyond it a training part is thinned to every n-th bar
   * @param horizonBars bars until the vertical barrier
   * @param barrierAtr distance of the horizontal barriers, ATR
   */
  public record Data(
      @DefaultValue("0.15") @DecimalMin("0.05") @DecimalMax("0.5") double holdoutShare,
      @DefaultValue("0.25") @DecimalMin("0.05") @DecimalMax("0.5") double validationShare,
      @DefaultValue("0") @Min(0) @Max(20) int maxTrainBlocks,
      @DefaultValue("40000") @Min(1) @Max(10_000_000) int maxTrainSamples,
      @DefaultValue("6") @Min(1) @Max(500) int horizonBars,
      @DefaultValue("1.5") @DecimalMin("0.1") @DecimalMax("20.0") double barrierAtr) {}
}
