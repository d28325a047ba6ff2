package com.aicashevolution.trainer.drift;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a check of a line's champion found.
 *
 * @param asked what made the check, and who
 * @param symbolsDrifted of those judged
 * @param symbolsJudged those with enough data
 * @param symbolsNeeded so many must drift together for the line to have drifted: fewer do by chance
 * @param reasons why the line drifted, or why nothing can be said; one sentence each
 * @param results what following its signals brought; null where there were too few
 * @param symbols ordered by symbol
 * @param trainingId of the run that was queued because of it; null for none
 */
public record DriftReport(
    Instant checkedAt,
    ModelLine line,
    Timeframe timeframe,
    ModelVersion version,
    Asked asked,
    DriftState state,
    int symbolsDrifted,
    int symbolsJudged,
    int symbolsNeeded,
    List<String> reasons,
    @Nullable Measurement results,
    List<SymbolFindings> symbols,
    @Nullable String trainingId) {

  public DriftReport {
    reasons = List.copyOf(reasons);
    symbols = List.copyOf(symbols);
  }

  /** What made a check, and who. */
  public record Asked(DriftTrigger trigger, String by) {}

  /** The largest share of a threshold, of any symbol or of the results; 0 without measurements. */
  public double worstRatio() {
    double ofResults = results == null ? 0 : results.ratio();
    return Math.max(
        ofResults, symbols.stream().mapToDouble(SymbolFindings::worstRatio).max().orElse(0));
  }

  /** The same with the run that was queued because of it, or a sentence on why none was. */
  public DriftReport with(@Nullable String queued, List<String> sentences) {
    return new DriftReport(
        checkedAt,
        line,
        timeframe,
        version,
        asked,
        state,
        symbolsDrifted,
        symbolsJudged,
        symbolsNeeded,
        sentences,
        results,
        symbols,
        queued);
  }
}
