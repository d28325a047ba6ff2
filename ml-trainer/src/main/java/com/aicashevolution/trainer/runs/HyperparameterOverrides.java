package com.aicashevolution.trainer.runs;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a request wants different from the defaults; null where it does not care. See {@link
 * TrainingProperties} for the meaning of each.
 */
public record HyperparameterOverrides(
    @Size(min = 1, max = 4) @Nullable List<@Min(1) @Max(1024) Integer> lstmUnits,
    @Min(1) @Max(1024) @Nullable Integer denseUnits,
    @DecimalMin("0.0") @DecimalMax("0.9") @Nullable Double dropout,
    @Nullable Boolean batchNorm,
    @DecimalMin("0.000001") @DecimalMax("0.5") @Nullable Double learningRate,
    @DecimalMin("0.0") @DecimalMax("0.5") @Nullable Double l2,
    @Min(1) @Max(8192) @Nullable Integer batchSize,
    @JsonAlias("epochs") @Min(1) @Max(1000) @Nullable Integer maxEpochs,
    @Min(1) @Max(1000) @Nullable Integer patienceEpochs,
    @DecimalMin("0.0") @DecimalMax("1.0") @Nullable Double classWeightPower,
    @Min(1) @Max(10_000_000) @Nullable Integer maxTrainSamples,
    @Min(1) @Max(20) @Nullable Integer folds,
    @Min(1) @Max(16) @Nullable Integer seeds,
    @Min(1) @Max(500) @Nullable Integer horizonBars,
    @DecimalMin("0.1") @DecimalMax("20.0") @Nullable Double barrierAtr) {

  /** Wants nothing different. */
  public static final HyperparameterOverrides NONE =
      new HyperparameterOverrides(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
}
