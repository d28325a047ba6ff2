package com.aicashevolution.trainer.gate;

import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.Interval;
import com.aicashevolution.evaluation.ReliabilityDiagram;
import com.aicashevolution.evaluation.Skill;
import com.aicashevolution.evaluation.TradeRisk;
import java.util.Map;

/**
 * What one network showed over one period.
 *
 * @param report beside baselines that were told the period's own answers, so that none of them can
 *     do better anywhere
 * @param accuracy with its block-bootstrap bounds
 * @param skillOver each baseline, and the best constant answer
 * @param dailyRisk of its acted-on signals, summed over all symbols by UTC day, in ATR
 * @param deflatedSharpe confidence that the days' ratio is no luck among {@code trials}
 * @param trials fits of the line in the ledger
 */
public record PeriodReport(
    EvaluationReport report,
    double matthewsCorrelation,
    ReliabilityDiagram reliability,
    Interval accuracy,
    Map<String, Skill> skillOver,
    TradeRisk dailyRisk,
    double probabilisticSharpe,
    double deflatedSharpe,
    long trials) {

  public PeriodReport {
    skillOver = Map.copyOf(skillOver);
  }
}
