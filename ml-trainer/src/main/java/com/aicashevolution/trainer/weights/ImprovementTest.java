package com.aicashevolution.trainer.weights;

import com.aicashevolution.evaluation.Interval;
import com.aicashevolution.signal.IndicatorWeights;
import com.aicashevolution.trainer.gate.BlockBootstrap;
import java.util.List;

/**
 * Whether new weights would have done better than those in force, on decisions neither was fitted
 * on.
 *
 * <p>Better means both: more profit per decision, and more profit per unit of position. The first
 * alone would praise weights that merely stop a losing model from trading; the second alone would
 * praise any that trade less and choosier than is worth it. Each bound is one-sided, from a moving
 * block bootstrap over the instants of the decisions; the profit per unit, a ratio, is linearised
 * (delta method). Where results do not depend on the weights each bound is above 0 by chance in
 * {@code 1 − confidence} of the cases, both together in fewer.
 */
final class ImprovementTest {

  private final List<PastDecision> decisions;
  private final Salience scale;
  private final double confidence;
  private final int blockInstants;

  /**
   * Prepares comparisons.
   *
   * @param decisions in order of time, at least one
   * @param scale fitted on earlier ones
   * @param confidence of each bound, one-sided
   * @param blockInstants distinct instants per block: results overlap for as long as a trade lasts
   */
  ImprovementTest(
      List<PastDecision> decisions, Salience scale, double confidence, int blockInstants) {
    this.decisions = decisions;
    this.scale = scale;
    this.confidence = confidence;
    this.blockInstants = blockInstants;
  }

  /**
   * What was found.
   *
   * @param acted decisions that keep a position
   */
  record Finding(Interval profit, Interval expectancy, int actedAgainst, int acted) {

    boolean better() {
      return profit.lower() > 0 && expectancy.lower() > 0;
    }
  }

  Finding compare(IndicatorWeights inForce, IndicatorWeights candidate, double maxFactor) {
    int n = decisions.size();
    long[] instants = new long[n];
    Positions before = new Positions(n);
    Positions after = new Positions(n);
    for (int s = 0; s < n; s++) {
      PastDecision decision = decisions.get(s);
      List<Double> salience = scale.of(decision);
      instants[s] = decision.at().getEpochSecond();
      before.put(s, decision.sizing().size(inForce, salience, maxFactor), decision.result());
      after.put(s, decision.sizing().size(candidate, salience, maxFactor), decision.result());
    }
    double[] profit = new double[n];
    double[] expectancy = new double[n];
    for (int s = 0; s < n; s++) {
      profit[s] = after.profit(s) - before.profit(s);
      expectancy[s] = after.perUnit(s) - before.perUnit(s);
    }
    return new Finding(
        interval(instants, profit), interval(instants, expectancy), before.acted, after.acted);
  }

  private Interval interval(long[] instants, double[] values) {
    return BlockBootstrap.of(instants, values, blockInstants).interval(confidence);
  }

  /** Sizes and results under one set of weights. */
  private static final class Positions {

    private final double[] sizes;
    private final double[] results;
    private double size;
    private double profit;
    private int acted;

    Positions(int count) {
      sizes = new double[count];
      results = new double[count];
    }

    void put(int s, double sized, double result) {
      sizes[s] = sized;
      results[s] = result;
      size += sized;
      profit += sized * result;
      acted += sized > 0 ? 1 : 0;
    }

    double profit(int s) {
      return sizes[s] * results[s];
    }

    /** Summand of profit per unit of position, linearised; 0 where nothing was acted on. */
    double perUnit(int s) {
      if (size == 0) {
        return 0;
      }
      double expectancy = profit / size;
      return expectancy + sizes[s] / (size / sizes.length) * (results[s] - expectancy);
    }
  }
}
