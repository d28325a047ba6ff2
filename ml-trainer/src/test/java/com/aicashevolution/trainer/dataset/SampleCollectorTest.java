package com.aicashevolution.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.label.Label;
import com.aicashevolution.label.LabelResult;
import com.aicashevolution.label.TripleBarrier;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.signal.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleCollectorTest {

  private static final LabelSpec LABEL = new LabelSpec(6, 1.5);
  private static final FeaturePipeline PIPELINE = new FeaturePipeline();
  private static final CandleSeries SERIES =
      new SimulatedMarket(SimulationSpec.regimes(1))
          .candles(
              Symbol.of("EURUSD"),
              Instant.parse("2026-06-01T00:00:00Z"),
              Instant.parse("2026-08-01T00:00:00Z"));

  private final SampleCollector collector = new SampleCollector(PIPELINE, LABEL);

  @Test
  void everyWindowIsTheOneThePipelineGivesForThatBar() {
    SymbolSamples samples = collector.collect(SERIES);

    assertThat(samples.size()).isGreaterThan(500);
    for (int p = 0; p < samples.size(); p += 97) {
      int bar = samples.bars()[p];
      FeatureWindow window =
          ((FeaturePipeline.WindowResult.Available) PIPELINE.windowAt(SERIES, bar)).window();
      int offset = samples.matrix().windowOffset(bar);
      assertThat(
              Arrays.copyOfRange(samples.matrix().values(), offset, offset + FeatureWindow.LENGTH))
          .isEqualTo(window.values());
    }
  }

  @Test
  void everyLabelIsTheTripleBarriersAndNoneIsUnsettled() {
    SymbolSamples samples = collector.collect(SERIES);
    TripleBarrier barrier = new TripleBarrier(LABEL);

    assertThat(samples.bars()[samples.size() - 1]).isEqualTo(SERIES.size() - 1 - 6);
    for (int p = 0; p < samples.size(); p += 31) {
      int bar = samples.bars()[p];
      LabelResult result = barrier.label(SERIES, bar, samples.matrix().atrAt(bar));
      assertThat(result)
          .isInstanceOfSatisfying(
              LabelResult.Resolved.class,
              resolved ->
                  assertThat(resolved.label())
                      .returns(samples.label(bar(samples, bar)), Label::direction)
                      .returns(samples.exitBars()[bar(samples, bar)], Label::exitBar));
    }
    assertThat(
            samples.count(Direction.SELL)
                + samples.count(Direction.HOLD)
                + samples.count(Direction.BUY))
        .isEqualTo(samples.size());
  }

  @Test
  void leavesOutWindowsThatSpanAMissingCandleAndCountsThem() {
    SymbolSamples whole = collector.collect(SERIES);
    int missing = FeatureSchema.CANDLES_PER_WINDOW + 60;
    while (SERIES.openEpochSecond(missing + 1) - SERIES.openEpochSecond(missing - 1) > 7_200) {
      missing++;
    }
    List<Candle> candles = new ArrayList<>();
    for (int i = 0; i < SERIES.size(); i++) {
      if (i != missing) {
        candles.add(SERIES.candle(i));
      }
    }
    SymbolSamples holed =
        collector.collect(CandleSeries.of(SERIES.symbol(), Timeframe.H1, candles));

    // A window holds the hole when its rows lie on both sides of it: 19 places.
    assertThat(holed.excludedForGaps()).isEqualTo(whole.excludedForGaps() + 19);
    assertThat(holed.size()).isEqualTo(whole.size() - 20);
    for (int bar : holed.bars()) {
      assertThat(bar >= missing + 19 || bar < missing).isTrue();
    }
  }

  @Test
  void findsNothingInASeriesWithoutAFullWindow() {
    assertThat(collector.collect(SERIES.upTo(FeatureSchema.CANDLES_PER_WINDOW - 1)).size())
        .isZero();
    assertThat(collector.collect(SERIES.upTo(0)).size()).isZero();
    assertThat(collector.collect(SERIES.upTo(FeatureSchema.CANDLES_PER_WINDOW + 6)).size()).isOne();
  }

  private static int bar(SymbolSamples samples, int bar) {
    return Arrays.binarySearch(samples.bars(), bar);
  }
}
