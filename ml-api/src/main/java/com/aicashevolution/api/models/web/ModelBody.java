package com.aicashevolution.api.models.web;

import com.aicashevolution.api.models.ModelCatalogue.CataloguedModel;
import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.Alias;
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
 * @param attribution what it uses; null where that was not measured
 */
record ModelBody(
    ModelVersion modelVersion,
    ModelLine line,
    Timeframe timeframe,
    ModelStatus status,
    @Nullable Alias alias,
    int trafficPercentage,
    String trainingId,
    Instant createdAt,
    boolean simulated,
    Gate gate,
    Metrics metrics,
    EvaluationReport report,
    @Nullable IndicatorImportance attribution,
    String manifestSha256) {

  /**
   * The gate's verdict.
   *
   * @param reasons sentences of the checks that failed
   */
  record Gate(boolean passed, List<String> reasons, List<GateCheck> checks) {}

  /**
   * The figures people ask for first, on the untouched tail.
   *
   * @param majorityBaseline accuracy of always saying the most frequent class
   */
  record Metrics(
      int samples,
      double accuracy,
      @Nullable Double majorityBaseline,
      double balancedAccuracy,
      double f1,
      double logLoss,
      double calibrationError,
      int trades,
      double winRate,
      double profitFactor,
      double expectancyAtr) {

    static Metrics of(EvaluationReport report) {
      ClassificationMetrics majority = report.baselines().get("majority");
      return new Metrics(
          report.model().samples(),
          report.model().accuracy(),
          majority == null ? null : majority.accuracy(),
          report.model().balancedAccuracy(),
          report.model().macroF1(),
          report.model().logLoss(),
          report.model().expectedCalibrationError(),
          report.trading().trades(),
          report.trading().winRate(),
          report.trading().profitFactor(),
          report.trading().expectancyAtr());
    }
  }

  static ModelBody of(CataloguedModel catalogued) {
    ModelRecord model = catalogued.model();
    return new ModelBody(
        model.version(),
        model.line(),
        model.timeframe(),
        model.status(),
        catalogued.alias(),
        catalogued.trafficPercentage(),
        model.trainingId(),
        model.createdAt(),
        model.simulated(),
        new Gate(model.gate().passed(), model.gate().reasons(), model.gate().checks()),
        Metrics.of(model.report()),
        model.report(),
        model.attribution(),
        model.manifestSha256());
  }
}
