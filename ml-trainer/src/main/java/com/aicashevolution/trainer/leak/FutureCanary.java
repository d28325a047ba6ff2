package com.aicashevolution.trainer.leak;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import com.aicashevolution.trainer.leak.LeakAlarm.Canary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Assembles the same past with three futures, the real one, none, and an invented one, and wants
 * the same windows and the same settled labels each time. Works on short slices of a series, so it
 * costs milliseconds a symbol.
 */
final class FutureCanary {

  /** Bars after it; a day's worth of hours, so that any usual higher timeframe is completed. */
  private static final int FUTURE = 24;

  /** Settled labels that are compared, at least. */
  private static final int LABELS = 40;

  private final TrainingPath path;

  /** Bars before a cut: a window, and the labels that are settled there. */
  private final int past;

  FutureCanary(TrainingPath path, int horizonBars) {
    this.path = path;
    this.past = FeatureSchema.CANDLES_PER_WINDOW + LABELS + horizonBars;
  }

  /**
   * Cuts {@code series} at {@code cuts} bars spread over it; at most one alarm of each kind.
   *
   * @return nothing where the series is too short to be cut
   */
  List<LeakAlarm> watch(CandleSeries series, int cuts) {
    Map<Canary, LeakAlarm> alarms = new EnumMap<>(Canary.class);
    int span = series.size() - past - FUTURE;
    for (int c = 0; c < cuts && span >= 0; c++) {
      // neighbouring cuts differ in where they lie within a higher timeframe's bar
      int last = past - 1 + (cuts == 1 ? span : (int) ((long) span * c / (cuts - 1))) - c % 4;
      if (last >= past - 1) {
        compare(series, last).forEach(alarm -> alarms.putIfAbsent(alarm.canary(), alarm));
      }
    }
    return List.copyOf(alarms.values());
  }

  /** Holds the futures of bar {@code last} against each other. */
  private List<LeakAlarm> compare(CandleSeries series, int last) {
    List<LeakAlarm> alarms = new ArrayList<>();
    int first = last - past + 1;
    CandleSeries known = series.slice(first, last + 1);
    SymbolSamples real = assembled(series.slice(first, last + 1 + FUTURE));
    Map<String, CandleSeries> futures =
        Map.of("are withheld", known, "are others", invented(series, first, last));
    for (Map.Entry<String, CandleSeries> future : new TreeMap<>(futures).entrySet()) {
      SymbolSamples samples = assembled(future.getValue());
      if (!Arrays.equals(window(real.matrix(), past - 1), window(samples.matrix(), past - 1))) {
        alarms.add(
            new LeakAlarm(
                Canary.FEATURES,
                "the window of %s at %s changes when bars to come %s"
                    .formatted(series.symbol(), series.openTime(last), future.getKey())));
      }
      differingLabel(real, samples)
          .ifPresent(
              bar ->
                  alarms.add(
                      new LeakAlarm(
                          Canary.LABELS,
                          "the label of %s at %s, settled by %s, changes when bars to come %s"
                              .formatted(
                                  series.symbol(),
                                  series.openTime(first + bar),
                                  series.openTime(last),
                                  future.getKey()))));
    }
    return alarms;
  }

  private SymbolSamples assembled(CandleSeries slice) {
    return path.assemble(List.of(slice)).symbols().getFirst();
  }

  /** As many bars as have followed, each as far on the other side of the last known close. */
  private static CandleSeries invented(CandleSeries series, int first, int last) {
    List<Candle> candles = new ArrayList<>();
    double mirror = series.close(last);
    for (int bar = first; bar <= last + FUTURE; bar++) {
      Candle real = series.candle(bar);
      candles.add(bar <= last ? real : mirrored(real, mirror));
    }
    return CandleSeries.of(series.symbol(), series.timeframe(), candles);
  }

  /** In ratios, so that no price becomes negative. */
  private static Candle mirrored(Candle real, double mirror) {
    double square = mirror * mirror;
    return new Candle(
        real.openTime(),
        square / real.open(),
        square / real.low(),
        square / real.high(),
        square / real.close(),
        2 * real.volume() + 1,
        2 * real.spread(),
        true);
  }

  private static float[] window(FeatureMatrix matrix, int bar) {
    int to = matrix.rowOffset(bar) + FeatureSchema.FEATURES;
    return Arrays.copyOfRange(
        matrix.values(), to - FeatureSchema.WINDOW_BARS * FeatureSchema.FEATURES, to);
  }

  /** Bar of the first label that should be settled by the last known bar and is another. */
  private Optional<Integer> differingLabel(SymbolSamples real, SymbolSamples other) {
    for (int bar = real.matrix().firstWindowBar(); bar + real.horizonBars() < past; bar++) {
      int a = Arrays.binarySearch(real.bars(), bar);
      int b = Arrays.binarySearch(other.bars(), bar);
      boolean same =
          Math.min(a, b) < 0
              ? Math.max(a, b) < 0
              : real.classes()[a] == other.classes()[b]
                  && real.exitBars()[a] == other.exitBars()[b]
                  && real.buyResultsAtr()[a] == other.buyResultsAtr()[b]
                  && real.sellResultsAtr()[a] == other.sellResultsAtr()[b];
      if (!same) {
        return Optional.of(bar);
      }
    }
    return Optional.empty();
  }
}
