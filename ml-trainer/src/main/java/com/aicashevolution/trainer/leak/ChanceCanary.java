package com.aicashevolution.trainer.leak;

import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.leak.LeakAlarm.Canary;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * On a random walk nobody can foretell which barrier is touched first; whoever seems to, was told.
 * HOLD is left out: volatility foretells it honestly.
 *
 * <p>Right answers minus half the questions are summed over blocks of time, all symbols together,
 * long enough that labels of different blocks hardly overlap; the sum over its standard error is
 * N(0, 1) where there is no leak.
 */
final class ChanceCanary {

  /** Standard errors above chance: 3 in 100,000 honest paths. */
  private static final double MOST = 4;

  private static final int BLOCK_HORIZONS = 4;

  private final TrainingPath path;
  private final List<Learner> learners;

  ChanceCanary(TrainingPath path, List<Learner> learners) {
    this.path = path;
    this.learners = List.copyOf(learners);
  }

  /**
   * At most one alarm.
   *
   * @param walk of random walks only
   */
  List<LeakAlarm> watch(Dataset walk, FoldPlan plan) {
    long blockSeconds =
        (long) BLOCK_HORIZONS * walk.label().horizonBars() * walk.timeframe().seconds();
    for (Learner learner : learners) {
      Map<Long, Double> blocks = new HashMap<>();
      int right = 0;
      int asked = 0;
      for (Fold fold : plan.folds()) {
        float[] answers = learner.answers(fold, path.standardizer(walk, fold));
        SampleSet test = fold.test();
        for (int i = 0; i < test.size(); i++) {
          if (test.label(i) != Direction.HOLD) {
            boolean hit = says(answers, i) == test.label(i);
            blocks.merge(test.openEpochSecond(i) / blockSeconds, hit ? 0.5 : -0.5, Double::sum);
            right += hit ? 1 : 0;
            asked++;
          }
        }
      }
      double errors = standardErrors(blocks);
      if (errors > MOST) {
        return List.of(
            new LeakAlarm(
                Canary.CHANCE,
                String.format(
                    Locale.ROOT,
                    "the direction of a random walk is foretold %d of %d times, %.1f standard"
                        + " errors above chance",
                    right,
                    asked,
                    errors)));
      }
    }
    return List.of();
  }

  private static Direction says(float[] answers, int i) {
    float sell = answers[i * Direction.COUNT + Direction.SELL.ordinal()];
    float buy = answers[i * Direction.COUNT + Direction.BUY.ordinal()];
    return buy > sell ? Direction.BUY : Direction.SELL;
  }

  private static double standardErrors(Map<Long, Double> blocks) {
    double sum = 0;
    double squares = 0;
    for (double block : blocks.values()) {
      sum += block;
      squares += block * block;
    }
    return squares == 0 ? 0 : sum / Math.sqrt(squares);
  }
}
