package com.aicashevolution.trainer.training.baseline;

import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleSet;

/**
 * Says that the last bar's move goes on, or that it is taken back; HOLD after a bar that closed
 * where the one before did.
 *
 * <p>The probability of its answer is the share of right answers in the training part, kept within
 * [0.34, 0.98] so that the answer stays the most probable; the others share the rest.
 */
public final class LastBar implements Baseline {

  private static final double LEAST = 0.34;
  private static final double MOST = 0.98;

  private final String name;
  private final int sign;

  private LastBar(String name, int sign) {
    this.name = name;
    this.sign = sign;
  }

  /** BUY after a rising bar, SELL after a falling one. */
  public static LastBar persistence() {
    return new LastBar("persistence", 1);
  }

  /** SELL after a rising bar, BUY after a falling one. */
  public static LastBar reversal() {
    return new LastBar("reversal", -1);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean learned() {
    return false;
  }

  @Override
  public float[] probabilities(Fold fold) {
    float right = (float) Math.clamp(shareRight(fold.train()), LEAST, MOST);
    SampleSet test = fold.test();
    float[] probabilities = new float[test.size() * Direction.COUNT];
    for (int i = 0; i < test.size(); i++) {
      int answer = answer(test, i).ordinal();
      for (int c = 0; c < Direction.COUNT; c++) {
        probabilities[i * Direction.COUNT + c] = c == answer ? right : (1 - right) / 2;
      }
    }
    return probabilities;
  }

  private double shareRight(SampleSet train) {
    int right = 0;
    for (int i = 0; i < train.size(); i++) {
      right += answer(train, i) == train.label(i) ? 1 : 0;
    }
    return (double) right / train.size();
  }

  private Direction answer(SampleSet samples, int i) {
    CandleSeries series = samples.symbolSamples(i).series();
    int bar = samples.bar(i);
    double move = sign * (series.close(bar) - series.close(bar - 1));
    return move > 0 ? Direction.BUY : move < 0 ? Direction.SELL : Direction.HOLD;
  }
}
