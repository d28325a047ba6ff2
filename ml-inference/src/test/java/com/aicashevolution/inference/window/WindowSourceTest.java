package com.aicashevolution.inference.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeaturePipeline.WindowResult;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.indicator.IndicatorSnapshot;
import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WindowSourceTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");
  private static final Map<IndicatorName, Double> NOTHING = Map.of();

  private final FeaturePipeline pipeline = new FeaturePipeline();
  private final SettableClock clock = new SettableClock(SampleCandles.NEWEST.plusSeconds(3700));
  private final FakeCandleStore store = new FakeCandleStore();
  private final RecentCandles recent =
      new RecentCandles(
          store,
          pipeline,
          new WindowProperties(Duration.ofSeconds(1), Duration.ofSeconds(2)),
          clock);
  private final WindowSource source =
      new WindowSource(recent, new SimulatedMarkets(store, clock), pipeline);

  @Test
  void answersFromTheStoredCandlesAloneWithThePipelinesOwnBits() {
    store(500);

    WindowFinding.Found found = found(new WindowInput.Stored());

    assertThat(found.window().values()).isEqualTo(storedWindow().values());
    assertThat(found.window().asOf()).isEqualTo(SampleCandles.NEWEST);
    assertThat(found.imputed()).isEmpty();
    assertThat(found.stale()).isFalse();
    assertThat(found.window().spansAbnormalGap()).isFalse();
  }

  @Test
  void replacesOnlyTheNewestRowByGivenIndicatorsAndListsTheImputedOnes() {
    store(500);

    WindowFinding.Found found = found(new WindowInput.NewestRow(Map.of(IndicatorName.RSI, 65.0)));

    float[] expected = storedWindow().values().clone();
    expected[19 * 17 + IndicatorName.RSI.ordinal()] = (float) ((65.0 - 50) / 50);
    assertThat(found.window().values()).isEqualTo(expected);
    assertThat(found.imputed())
        .hasSize(16)
        .doesNotContain("rsi_value")
        .startsWith("adx_value", "ema_12");
  }

  @Test
  void givesTheStoredBitsWhenAllSeventeenAreTheStoredOnes() {
    store(500);
    Map<IndicatorName, Double> all = new EnumMap<>(IndicatorName.class);
    IndicatorSnapshot newest = snapshots().getLast();
    Arrays.stream(IndicatorName.values()).forEach(name -> all.put(name, newest.get(name)));

    WindowFinding.Found found = found(new WindowInput.NewestRow(all));

    assertThat(found.window().values()).isEqualTo(storedWindow().values());
    assertThat(found.imputed()).isEmpty();
  }

  @Test
  void givesTheStoredBitsForASequenceOfTheStoredSnapshots() {
    store(500);

    WindowFinding.Found found = found(new WindowInput.Sequence(snapshots()));

    assertThat(found.window().values()).isEqualTo(storedWindow().values());
    assertThat(found.imputed()).isEmpty();
  }

  @Test
  void abstainsWithTheCountsWhereHistoryIsTooShort() {
    store(418);

    assertThat(source.find(EURUSD, Timeframe.H1, new WindowInput.Stored()))
        .isEqualTo(new WindowFinding.NotEnoughHistory(418, 419));
    assertThat(source.find(EURUSD, Timeframe.H1, new WindowInput.NewestRow(NOTHING)))
        .isEqualTo(new WindowFinding.NotEnoughHistory(418, 419));
    assertThat(source.find(Symbol.of("GBPUSD"), Timeframe.H1, new WindowInput.Stored()))
        .isEqualTo(new WindowFinding.NotEnoughHistory(0, 419));
  }

  @Test
  void answersASequenceWithNoMoreHistoryThanItsTwentyBars() {
    List<IndicatorSnapshot> posted = snapshots();
    store(20);
    assertThat(source.find(EURUSD, Timeframe.H1, new WindowInput.Sequence(posted)))
        .isInstanceOf(WindowFinding.Found.class);
  }

  @Test
  void abstainsOnASequenceWithoutTheBarsItStandsOn() {
    List<IndicatorSnapshot> posted = snapshots();
    store(19);
    assertThat(source.find(EURUSD, Timeframe.H1, new WindowInput.Sequence(posted)))
        .isEqualTo(new WindowFinding.NotEnoughHistory(19, 20));
  }

  @Test
  void flagsAWindowThatSpansAnAbnormalGap() {
    List<Candle> candles = new ArrayList<>(SampleCandles.candles(EURUSD, 500));
    candles.remove(490);
    store.upsert(EURUSD, Timeframe.H1, "api", candles);

    assertThat(found(new WindowInput.Stored()).window().spansAbnormalGap()).isTrue();
  }

  @Test
  void asksTheStoreOncePerSecondAndNotPerRequest() {
    store(500);
    found(new WindowInput.Stored());
    clock.advance(Duration.ofMillis(999));
    found(new WindowInput.Stored());
    assertThat(store.candleReads()).isEqualTo(1);

    clock.advance(Duration.ofMillis(1));
    found(new WindowInput.Stored());
    assertThat(store.candleReads()).isEqualTo(2);
  }

  @Test
  void seesANewBarAndACorrectionAfterASecond() {
    List<Candle> candles = SampleCandles.candles(EURUSD, 501);
    store.upsert(EURUSD, Timeframe.H1, "api", candles.subList(0, 500));
    float[] before = found(new WindowInput.Stored()).window().values();

    store.upsert(EURUSD, Timeframe.H1, "api", candles.subList(500, 501));
    clock.advance(Duration.ofSeconds(1));
    WindowFinding.Found extended = found(new WindowInput.Stored());
    assertThat(extended.window().asOf()).isEqualTo(SampleCandles.NEWEST);
    assertThat(extended.window().values()).isNotEqualTo(before);

    Candle last = candles.get(490);
    store.upsert(
        EURUSD,
        Timeframe.H1,
        "api",
        List.of(
            new Candle(
                last.openTime(),
                last.open(),
                last.high() * 1.01,
                last.low(),
                last.close(),
                last.volume(),
                last.spread(),
                true)));
    clock.advance(Duration.ofSeconds(1));
    assertThat(found(new WindowInput.Stored()).window().values())
        .isNotEqualTo(extended.window().values());
  }

  @Test
  void answersFromMemoryAndSaysStaleWhileTheStoreIsLost() {
    store(500);
    float[] before = found(new WindowInput.Stored()).window().values();
    store.lose();
    clock.advance(Duration.ofSeconds(1));

    WindowFinding.Found found = found(new WindowInput.Stored());

    assertThat(found.stale()).isTrue();
    assertThat(found.window().values()).isEqualTo(before);
    assertThat(recent.degraded()).isTrue();
  }

  @Test
  void doesNotMakeEveryRequestWaitForALostStore() {
    store(500);
    found(new WindowInput.Stored());
    store.lose();
    clock.advance(Duration.ofSeconds(1));
    for (int i = 0; i < 10; i++) {
      found(new WindowInput.Stored());
      assertThat(source.find(Symbol.of("GBPUSD"), Timeframe.H1, new WindowInput.Stored()))
          .isEqualTo(new WindowFinding.CandlesUnavailable());
    }
    assertThat(store.candleReads() + store.marks()).isEqualTo(2);

    store.comeBack();
    clock.advance(Duration.ofSeconds(2));
    assertThat(found(new WindowInput.Stored()).stale()).isFalse();
    assertThat(recent.degraded()).isFalse();
  }

  @Test
  void saysWhetherTheCandlesAreSimulated() {
    store(500);
    assertThat(found(new WindowInput.Stored()).simulated()).isFalse();

    Symbol gbpusd = Symbol.of("GBPUSD");
    store.upsert(gbpusd, Timeframe.H1, "simulated", SampleCandles.candles(gbpusd, 500));
    clock.advance(Duration.ofSeconds(5));
    assertThat(source.find(gbpusd, Timeframe.H1, new WindowInput.Stored()))
        .isInstanceOfSatisfying(
            WindowFinding.Found.class, found -> assertThat(found.simulated()).isTrue());
  }

  @Test
  void refusesASequenceOfAnotherLength() {
    List<IndicatorSnapshot> nineteen = snapshots().subList(0, 19);
    assertThatThrownBy(() -> new WindowInput.Sequence(nineteen))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sequence must have 20 snapshots, had 19");
  }

  private void store(int count) {
    store.upsert(EURUSD, Timeframe.H1, "api", SampleCandles.candles(EURUSD, count));
  }

  private WindowFinding.Found found(WindowInput input) {
    return (WindowFinding.Found) source.find(EURUSD, Timeframe.H1, input);
  }

  private FeatureWindow storedWindow() {
    CandleSeries series = SampleCandles.series(EURUSD, FeatureSchema.CANDLES_PER_WINDOW);
    return ((WindowResult.Available) pipeline.latestWindow(series)).window();
  }

  private List<IndicatorSnapshot> snapshots() {
    CandleSeries series = SampleCandles.series(EURUSD, FeatureSchema.CANDLES_PER_WINDOW);
    return pipeline.snapshots(series, series.size() - 20, series.size());
  }
}
