package com.aicashevolution.trainer.validation;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.trainer.backtest.Phase;
import com.aicashevolution.trainer.gate.PeriodReport;
import java.time.Instant;
import java.util.List;

/**
 * What a validation found.
 *
 * @param simulated whether the version was trained on a simulated market, or judged on one
 * @param phases each judged by itself, in order of time
 * @param excludedForGaps bars left out because their window spans an abnormal gap
 * @param dataHash SHA-256 over every candle that was read, lower-case hex
 * @param warnings what must be known before a figure is believed, complete sentences
 */
public record ValidationReport(
    ModelVersion modelVersion,
    ModelLine line,
    Timeframe timeframe,
    boolean simulated,
    List<Symbol> symbols,
    Instant from,
    Instant to,
    List<PhaseReport> phases,
    int excludedForGaps,
    String dataHash,
    List<String> warnings) {

  public ValidationReport {
    symbols = List.copyOf(symbols);
    phases = List.copyOf(phases);
    warnings = List.copyOf(warnings);
  }

  /**
   * One phase.
   *
   * @param phase what the network knew of it
   * @param from open time of the first bar judged
   * @param to open time of the last bar judged
   */
  public record PhaseReport(
      Phase phase, Instant from, Instant to, int samples, PeriodReport report) {}
}
