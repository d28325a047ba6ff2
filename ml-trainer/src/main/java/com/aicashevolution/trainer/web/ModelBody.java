package com.aicashevolution.trainer.web;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.GateVerdict.GateCheck;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.ModelRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version on the wire.
 *
 * @param reasons sentences of the gate's checks that failed
 * @param attribution what it uses; null where that was not measured
 */
record ModelBody(
    ModelVersion modelVersion,
    ModelLine line,
    Timeframe timeframe,
    ModelStatus status,
    String trainingId,
    Instant createdAt,
    boolean simulated,
    boolean gatePassed,
    List<String> reasons,
    List<GateCheck> checks,
    EvaluationReport report,
    @Nullable IndicatorImportance attribution,
    String manifestSha256) {

  static ModelBody of(ModelRecord model) {
    return new ModelBody(
        model.version(),
        model.line(),
        model.timeframe(),
        model.status(),
        model.trainingId(),
        model.createdAt(),
        model.simulated(),
        model.gate().passed(),
        model.gate().reasons(),
        model.gate().checks(),
        model.report(),
        model.attribution(),
        model.manifestSha256());
  }
}
