package com.aicashevolution.trainer.web;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.trainer.drift.DriftReport;
import com.aicashevolution.trainer.drift.DriftState;
import com.aicashevolution.trainer.drift.Measurement;
import com.aicashevolution.trainer.drift.SymbolFindings;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A report on the wire.
 *
 * @param status {@code stable}, {@code drifted}, {@code inconclusive} or {@code no_reference}
 * @param worstRatio largest share of a threshold that is used up; above 1 a symbol drifted
 * @param results what following its signals brought against what was promised; null for too few
 */
record DriftBody(
    ModelLine line,
    Timeframe timeframe,
    ModelVersion modelVersion,
    Instant checkedAt,
    String trigger,
    String requestedBy,
    String status,
    boolean driftDetected,
    int symbolsDrifted,
    int symbolsJudged,
    int symbolsNeeded,
    double worstRatio,
    List<String> reasons,
    @Nullable Figure results,
    List<SymbolBody> symbols,
    @Nullable String trainingId) {

  /** One symbol. */
  record SymbolBody(
      Symbol symbol,
      String status,
      @Nullable Instant asOf,
      double worstRatio,
      List<String> reasons,
      List<Figure> measurements,
      List<String> tooLittle) {

    static SymbolBody of(SymbolFindings findings) {
      return new SymbolBody(
          findings.symbol(),
          findings.state().wireName(),
          findings.asOf(),
          findings.worstRatio(),
          findings.reasons(),
          findings.measurements().stream().map(Figure::of).toList(),
          findings.tooLittle());
    }
  }

  /** One number against its threshold. */
  record Figure(
      String subject, String statistic, double value, double threshold, boolean exceeded) {

    static Figure of(Measurement measurement) {
      return new Figure(
          measurement.subject(),
          measurement.statistic(),
          measurement.value(),
          measurement.threshold(),
          measurement.exceeded());
    }
  }

  /**
   * Of a report.
   *
   * @param symbol the only one to show; null for all
   */
  static DriftBody of(DriftReport report, @Nullable Symbol symbol) {
    Measurement results = report.results();
    return new DriftBody(
        report.line(),
        report.timeframe(),
        report.version(),
        report.checkedAt(),
        report.asked().trigger().wireName(),
        report.asked().by(),
        report.state().wireName(),
        report.state() == DriftState.DRIFTED,
        report.symbolsDrifted(),
        report.symbolsJudged(),
        report.symbolsNeeded(),
        report.worstRatio(),
        report.reasons(),
        results == null ? null : Figure.of(results),
        report.symbols().stream()
            .filter(findings -> symbol == null || findings.symbol().equals(symbol))
            .map(SymbolBody::of)
            .toList(),
        report.trainingId());
  }
}
