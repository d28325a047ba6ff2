package com.aicashevolution.trainer.dataset;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.signal.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Samples whose label a network can read off the window: for tests of fitting, not of markets. */
public final class SyntheticSamples {

  public static final LabelSpec LABEL = new LabelSpec(6, 1.5);

  private static final int FIRST_BAR = 399;

  /** A third of a normal distribution lies as many deviations above its mean. */
  private static final double THIRDS = 0.43;

  private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

  private SyntheticSamples() {}

  /** A dataset of {@code symbols} symbols with {@code bars} labelled bars each. */
  public static Dataset dataset(int symbols, int bars, long seed) {
    return dataset(symbols, bars, seed, THIRDS);
  }

  /** Where BUY and SELL are what lies more than {@code deviations} from the mean. */
  public static Dataset dataset(int symbols, int bars, long seed, double deviations) {
    List<SymbolSamples> samples = new ArrayList<>();
    for (int s = 0; s < symbols; s++) {
      samples.add(samples(Symbol.defaults().get(s), bars, seed + s, deviations));
    }
    return new Dataset(Timeframe.H1, LABEL, samples, true, "0".repeat(64));
  }

  /**
   * Rows are noise; the class is that of the sum of the first two features over the last three
   * rows: BUY in its upper third, SELL in its lower third.
   */
  public static SymbolSamples samples(Symbol symbol, int bars, long seed) {
    return samples(symbol, bars, seed, THIRDS);
  }

  private static SymbolSamples samples(Symbol symbol, int bars, long seed, double deviations) {
    CandleSeries series = flat(symbol, FIRST_BAR + FeatureSchema.WINDOW_BARS - 1 + bars + 6);
    int rows = series.size() - FIRST_BAR;
    SplittableRandom random = new SplittableRandom(seed);
    float[] values = new float[rows * FeatureSchema.FEATURES];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    double[] atr = new double[rows];
    Arrays.fill(atr, 1e-3);
    FeatureMatrix matrix = new FeatureMatrix(series, FIRST_BAR, values, atr);
    int[] sampleBars = new int[bars];
    byte[] classes = new byte[bars];
    for (int p = 0; p < bars; p++) {
      sampleBars[p] = matrix.firstWindowBar() + p;
      classes[p] = (byte) answer(matrix, sampleBars[p], deviations).ordinal();
    }
    float[] nothing = new float[bars];
    int[] exitBars = Arrays.stream(sampleBars).map(bar -> bar + LABEL.horizonBars()).toArray();
    return new SymbolSamples(
        matrix, LABEL.horizonBars(), sampleBars, exitBars, classes, nothing, nothing, 0);
  }

  private static Direction answer(FeatureMatrix matrix, int bar, double deviations) {
    double sum = 0;
    for (int row = bar - 2; row <= bar; row++) {
      sum += matrix.values()[matrix.rowOffset(row)] + matrix.values()[matrix.rowOffset(row) + 1];
    }
    double bound = deviations * Math.sqrt(6); // the sum is N(0, 6)
    return sum > bound ? Direction.BUY : sum < -bound ? Direction.SELL : Direction.HOLD;
  }

  /** {@code size} hourly candles that do not move. */
  public static CandleSeries flat(Symbol symbol, int size) {
    List<Candle> candles = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      candles.add(
          new Candle(START.plusSeconds(3_600L * i), 1.1, 1.101, 1.099, 1.1, 10, 1e-4, true));
    }
    return CandleSeries.of(symbol, Timeframe.H1, candles);
  }
}
