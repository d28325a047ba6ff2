package com.aicashevolution.inference.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.FeaturePipeline.WindowResult;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecentCandlesTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");

  private final FeaturePipeline pipeline = new FeaturePipeline();
  private final SettableClock clock = new SettableClock(SampleCandles.NEWEST.plusSeconds(3700));
  private final FakeCandleStore store = new FakeCandleStore();
  private final RecentCandles recent =
      new RecentCandles(
          store,
          pipeline,
          new WindowProperties(Duration.ofSeconds(1), Duration.ofSeconds(2)),
          clock);
  private final List<Candle> candles = SampleCandles.candles(EURUSD, 501);

  RecentCandlesTest() {
    store.upsert(EURUSD, Timeframe.H1, "api", candles.subList(0, 500));
  }

  @Test
  void asksNothingForARequestWhileTheBackgroundConfirms() {
    bars();
    confirmLater();
    int reads = store.candleReads();
    int marks = store.marks();
    for (int i = 0; i < 100; i++) {
      confirmLater();
      int before = store.marks();
      bars();
      bars();
      assertThat(store.marks()).isEqualTo(before);
    }
    assertThat(store.candleReads()).isEqualTo(reads);
    assertThat(store.marks()).isEqualTo(marks + 100);
  }

  @Test
  void readsANewBarAtOnceWhenItIsSaidToBeThere() {
    bars();
    store.upsert(EURUSD, Timeframe.H1, "api", candles.subList(500, 501));
    assertThat(newestOpen()).isEqualTo(candles.get(499).openTime());

    recent.changed(EURUSD, Timeframe.H1);

    assertThat(newestOpen()).isEqualTo(candles.get(500).openTime());
  }

  @Test
  void findsANewBarAndACorrectionInTheBackgroundWhereNobodySaidSo() {
    bars();
    confirmLater();
    store.upsert(EURUSD, Timeframe.H1, "api", candles.subList(500, 501));
    confirmLater();
    assertThat(newestOpen()).isEqualTo(candles.get(500).openTime());

    correct(120);
    confirmLater();
    assertThat(bars().hasSameCandlesAs(fresh())).isTrue();
    assertThat(values(bars().window())).isEqualTo(values(pipeline.latestWindow(fresh())));
  }

  @Test
  void missesNothingThatIsWrittenBetweenTheMarkAndTheRead() {
    bars();
    store.beforeNextRead(() -> correct(300));
    confirmLater();
    store.beforeNextRead(() -> {});
    correct(301);
    confirmLater();

    assertThat(bars().hasSameCandlesAs(fresh())).isTrue();
  }

  @Test
  void seesACorrectionThatFallsBetweenTheVeryFirstReadAndItsMark() {
    bars();
    correct(200);
    confirmLater();
    assertThat(bars().hasSameCandlesAs(fresh())).isTrue();
  }

  @Test
  void leavesASymbolAloneThatNobodyAsksForAnyMore() {
    bars();
    clock.advance(Duration.ofMinutes(10));
    recent.confirm();
    assertThat(store.candleReads() + store.marks()).isEqualTo(1);

    store.upsert(EURUSD, Timeframe.H1, "api", candles.subList(500, 501));
    assertThat(newestOpen()).isEqualTo(candles.get(500).openTime());
  }

  @Test
  void readsNothingForASymbolNobodyAskedFor() {
    recent.changed(EURUSD, Timeframe.H1);
    recent.confirm();
    assertThat(store.candleReads() + store.marks()).isZero();
  }

  @Test
  void keepsTheBarsWhileTheStoreIsLostAndSaysSo() {
    bars();
    store.lose();
    recent.changed(EURUSD, Timeframe.H1);
    assertThat(recent.newest(EURUSD, Timeframe.H1))
        .isInstanceOfSatisfying(
            RecentCandles.Reading.Known.class,
            known -> {
              assertThat(known.stale()).isTrue();
              assertThat(known.bars().window()).isInstanceOf(WindowResult.Available.class);
            });
  }

  private void confirmLater() {
    clock.advance(Duration.ofMillis(900));
    recent.confirm();
  }

  private void correct(int bar) {
    Candle old = candles.get(bar);
    store.upsert(
        EURUSD,
        Timeframe.H1,
        "api",
        List.of(
            new Candle(
                old.openTime(),
                old.open(),
                old.high() * 1.01,
                old.low(),
                old.close(),
                old.volume(),
                old.spread(),
                true)));
  }

  private RecentBars bars() {
    return ((RecentCandles.Reading.Known) recent.newest(EURUSD, Timeframe.H1)).bars();
  }

  private static float[] values(WindowResult window) {
    return ((WindowResult.Available) window).window().values();
  }

  private Instant newestOpen() {
    var series = bars().series();
    return series.openTime(series.size() - 1);
  }

  private CandleSeries fresh() {
    return store.latest(EURUSD, Timeframe.H1, FeatureSchema.CANDLES_PER_WINDOW);
  }
}
