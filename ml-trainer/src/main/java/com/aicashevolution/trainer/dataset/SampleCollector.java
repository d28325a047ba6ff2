package com.aicashevolution.trainer.dataset;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.label.Label;
import com.aicashevolution.label.LabelResult;
import com.aicashevolution.label.TripleBarrier;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.TradingCalendar;
import com.aicashevolution.model.LabelSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds the bars of a series that may teach or judge a network. Immutable, thread-safe. */
public final class SampleCollector {

  private final FeaturePipeline pipeline;
  private final TripleBarrier barrier;
  private final LabelSpec label;
  private final int horizonBars;

  public SampleCollector(FeaturePipeline pipeline, LabelSpec label) {
    this.pipeline = pipeline;
    this.barrier = new TripleBarrier(label);
    this.label = label;
    this.horizonBars = label.horizonBars();
  }

  /**
   * The samples of all of {@code series}.
   *
   * @param series one per symbol, all of {@code timeframe}
   * @param simulated whether any of them came from a simulated market
   * @param progress told after each symbol
   */
  public Dataset dataset(
      Timeframe timeframe, List<CandleSeries> series, boolean simulated, Progress progress) {
    List<SymbolSamples> samples = new ArrayList<>();
    for (CandleSeries one : series) {
      samples.add(collect(one));
      progress.assembled(samples.size(), series.size());
    }
    return new Dataset(timeframe, label, samples, simulated, DataHash.of(series));
  }

  /**
   * Labels every bar with a full window, a settled label, a market that moves (ATR above 0) and no
   * abnormal gap inside its window.
   */
  public SymbolSamples collect(CandleSeries series) {
    FeatureMatrix matrix = pipeline.matrix(series);
    int[] gapsUpTo = gapsUpTo(series);
    Columns columns = new Columns(Math.max(0, series.size() - matrix.firstWindowBar()));
    int excludedForGaps = 0;
    for (int bar = matrix.firstWindowBar(); bar < series.size(); bar++) {
      double atr = matrix.atr()[bar - matrix.firstBar()];
      if (!(atr > 0)
          || !(barrier.label(series, bar, atr) instanceof LabelResult.Resolved(Label label))) {
        continue;
      }
      if (gapsUpTo[bar] > gapsUpTo[bar - FeatureSchema.WINDOW_BARS + 1]) {
        excludedForGaps++;
        continue;
      }
      columns.add(bar, label);
    }
    return columns.samples(matrix, horizonBars, excludedForGaps);
  }

  /** Abnormal gaps before bar i, counted from the first bar. */
  private static int[] gapsUpTo(CandleSeries series) {
    TradingCalendar calendar = TradingCalendar.of(series.symbol());
    int[] gaps = new int[series.size()];
    for (int i = 1; i < gaps.length; i++) {
      boolean abnormal =
          calendar.isAbnormalGap(series.timeframe(), series.closeTime(i - 1), series.openTime(i));
      gaps[i] = gaps[i - 1] + (abnormal ? 1 : 0);
    }
    return gaps;
  }

  /** Told after each symbol. */
  @FunctionalInterface
  public interface Progress {

    void assembled(int symbols, int ofSymbols);
  }

  /** Samples as they are found. */
  private static final class Columns {

    private final int[] bars;
    private final int[] exitBars;
    private final byte[] classes;
    private final float[] buyResults;
    private final float[] sellResults;
    private int size;

    Columns(int capacity) {
      bars = new int[capacity];
      exitBars = new int[capacity];
      classes = new byte[capacity];
      buyResults = new float[capacity];
      sellResults = new float[capacity];
    }

    void add(int bar, Label label) {
      bars[size] = bar;
      exitBars[size] = label.exitBar();
      classes[size] = (byte) label.direction().ordinal();
      buyResults[size] = (float) label.buyResultAtr();
      sellResults[size] = (float) label.sellResultAtr();
      size++;
    }

    SymbolSamples samples(FeatureMatrix matrix, int horizonBars, int excludedForGaps) {
      return new SymbolSamples(
          matrix,
          horizonBars,
          Arrays.copyOf(bars, size),
          Arrays.copyOf(exitBars, size),
          Arrays.copyOf(classes, size),
          Arrays.copyOf(buyResults, size),
          Arrays.copyOf(sellResults, size),
          excludedForGaps);
    }
  }
}
