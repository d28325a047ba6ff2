package com.aicashevolution.platform.registry;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A version as the registry knows it.
 *
 * @param manifestSha256 SHA-256 of the manifest file, lower-case hex; serving compares it
 * @param simulated whether it was trained on a simulated market
 * @param attribution what it uses; null where it was published before that was measured
 */
public record ModelRecord(
    ModelVersion version,
    ModelLine line,
    Timeframe timeframe,
    ModelStatus status,
    String trainingId,
    Instant createdAt,
    String manifestSha256,
    boolean simulated,
    EvaluationReport report,
    GateVerdict gate,
    @Nullable IndicatorImportance attribution) {

  /** The same version with another status. */
  public ModelRecord with(ModelStatus other) {
    return new ModelRecord(
        version,
        line,
        timeframe,
        other,
        trainingId,
        createdAt,
        manifestSha256,
        simulated,
        report,
        gate,
        attribution);
  }
}
