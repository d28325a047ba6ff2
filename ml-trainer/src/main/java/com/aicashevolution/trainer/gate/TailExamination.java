package com.aicashevolution.trainer.gate;

import com.aicashevolution.evaluation.ClassPrior;
import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.signal.Recommendation;
import com.aicashevolution.signal.SignalDecision;
import com.aicashevolution.signal.SignalPolicy;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Measures calibrated probabilities on the untouched tail of a fold, beside what needs no model.
 *
 * <p>Skill is measured against the best constant answer of the tail itself, which nobody could have
 * known beforehand: the prior of the training part can only be as good or worse.
 */
public final class TailExamination {

  /** Bars per block of the bootstrap, in horizons: labels further apart share no bar. */
  private static final int BLOCK_HORIZONS = 4;

  private TailExamination() {}

  /**
   * Judges {@code probabilities} on {@code fold.test()}.
   *
   * @param probabilities calibrated, row-major {@code [fold.test().size(), 3]}
   * @param horizonBars of the labels
   * @param confidence of the bound of skill
   */
  public static Evidence of(Fold fold, float[] probabilities, int horizonBars, double confidence) {
    SampleSet tail = fold.test();
    int[] labels = tail.labels();
    EvaluationReport report =
        new EvaluationReport(
            ClassificationMetrics.of(labels, probabilities),
            Map.of(ClassPrior.NAME, ClassPrior.of(fold.train().labels()).judgedBy(labels)),
            trading(tail, probabilities));
    Skill skill = skill(tail, probabilities, BLOCK_HORIZONS * horizonBars, confidence);
    return new Evidence(fold.train().size(), report, skill);
  }

  private static TradingMetrics trading(SampleSet tail, float[] probabilities) {
    List<Direction> decisions = new ArrayList<>(tail.size());
    double[] resultsAtr = new double[tail.size()];
    for (int i = 0; i < tail.size(); i++) {
      SignalDecision decision = SignalPolicy.decide(probabilitiesAt(probabilities, i), 1.0);
      boolean abstains = decision.recommendation() == Recommendation.AVOID;
      Direction acted = abstains ? Direction.HOLD : decision.direction();
      decisions.add(acted);
      resultsAtr[i] = tail.resultAtr(i, acted);
    }
    return TradingMetrics.of(decisions, resultsAtr);
  }

  private static Skill skill(
      SampleSet tail, float[] probabilities, int blockBars, double confidence) {
    Direction constant = mostFrequent(tail.classCounts());
    long[] instants = new long[tail.size()];
    double[] differences = new double[tail.size()];
    for (int i = 0; i < tail.size(); i++) {
      Direction label = tail.label(i);
      boolean right = probabilitiesAt(probabilities, i).mostProbable() == label;
      instants[i] = tail.openEpochSecond(i);
      differences[i] = (right ? 1 : 0) - (constant == label ? 1 : 0);
    }
    return BlockBootstrap.lowerBound(instants, differences, blockBars, confidence);
  }

  private static Direction mostFrequent(int[] counts) {
    int best = 0;
    for (int c = 1; c < counts.length; c++) {
      if (counts[c] > counts[best]) {
        best = c;
      }
    }
    return Direction.ofIndex(best);
  }

  private static Probabilities probabilitiesAt(float[] probabilities, int i) {
    int at = i * Direction.COUNT;
    return new Probabilities(probabilities[at], probabilities[at + 1], probabilities[at + 2]);
  }
}
