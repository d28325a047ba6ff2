package com.aicashevolution.api.marketdata.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.api.marketdata.InMemoryCandleStore;
import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.PlantedEdge;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.platform.market.TradedSymbols;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarketFeedTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");
  private static final Symbol GBPUSD = Symbol.of("GBPUSD");
  private static final Symbol BTCUSD = Symbol.of("BTCUSD");
  private static final Instant START = Instant.parse("2024-06-05T12:30:00Z");

  private static final PlantedEdge EDGE =
      new PlantedEdge(
          new LabelSpec(6, 1.5),
          0.72,
          0.01,
          0.4,
          0.32,
          0.01,
          0.34,
          0.71,
          new PlantedEdge.ClassShares(0.33, 0.34, 0.33),
          1_000);

  private final SettableClock clock = new SettableClock(START);
  private final InMemoryCandleStore store = new InMemoryCandleStore();
  private final InMemoryRegister register = new InMemoryRegister();
  private final MarketLoader loader = new MarketLoader(store, register, spec -> EDGE, clock);
  private final MarketFeed feed =
      new MarketFeed(store, register, new TradedSymbols(List.of(EURUSD, GBPUSD, BTCUSD)), clock);

  @Test
  void shouldBeginNothingByItself() {
    assertThat(feed.feed()).isZero();
    assertThat(store.upserts()).isZero();
  }

  @Test
  void shouldContinueTheVeryMarketThatWasLoaded() {
    load(MarketKind.RANDOM_WALK, EURUSD);
    clock.advance(Duration.ofHours(5));

    assertThat(feed.feed()).isGreaterThanOrEqualTo(5);
    CandleSeries stored = store.latest(EURUSD, Timeframe.H1, 1_000);
    CandleSeries expected =
        new SimulatedMarket(SimulationSpec.randomWalk(7))
            .candles(EURUSD, stored.openTime(0), clock.instant());
    assertThat(stored.size()).isEqualTo(expected.size());
    assertThat(stored.candle(stored.size() - 1)).isEqualTo(expected.candle(expected.size() - 1));
    assertThat(stored.closeTime(stored.size() - 1)).isEqualTo("2024-06-05T17:00:00Z");
  }

  @Test
  void shouldAskTheStoreOnlyOnceAnHour() {
    load(MarketKind.REGIMES, EURUSD);
    clock.advance(Duration.ofHours(1));
    feed.feed();
    int upserts = store.upserts();
    clock.advance(Duration.ofMinutes(20));

    assertThat(feed.feed()).isZero();
    assertThat(store.upserts()).isEqualTo(upserts);
  }

  @Test
  void shouldGiveASymbolThatIsNewTheSameHistory() {
    load(MarketKind.REGIMES, EURUSD);
    clock.advance(Duration.ofHours(1));
    feed.feed();

    assertThat(store.latest(BTCUSD, Timeframe.H1, 1_000).openTime(0))
        .isEqualTo(store.latest(EURUSD, Timeframe.H1, 1_000).openTime(0));
  }

  @Test
  void shouldNeverTouchASymbolWithRealCandles() {
    load(MarketKind.REGIMES, EURUSD);
    Candle real = new Candle(Instant.parse("2024-06-05T10:00:00Z"), 1, 1, 1, 1, 1, 0.1, true);
    store.upsert(GBPUSD, Timeframe.H1, "import:mt5", List.of(real));
    clock.advance(Duration.ofHours(3));
    feed.feed();

    assertThat(store.latest(GBPUSD, Timeframe.H1, 1_000).size()).isEqualTo(1);
  }

  @Test
  void shouldLoadAMarketOnceAndRefuseAnother() {
    load(MarketKind.REGIMES, EURUSD);

    assertThat(
            loader.load(
                MarketKind.REGIMES,
                8,
                false,
                new MarketLoader.History(List.of(EURUSD), 5),
                loaded -> {}))
        .isInstanceOfSatisfying(
            MarketLoader.Result.Refused.class,
            refused -> assertThat(refused.sentence()).contains("seed 7", "--replace"));
    assertThat(register.current().orElseThrow().edge()).isEqualTo(EDGE);
  }

  private void load(MarketKind kind, Symbol symbol) {
    assertThat(
            loader.load(kind, 7, false, new MarketLoader.History(List.of(symbol), 5), loaded -> {}))
        .isInstanceOf(MarketLoader.Result.Loaded.class);
  }

  private static final class InMemoryRegister implements MarketRegister {

    private @Nullable StoredMarket market;

    @Override
    public Optional<StoredMarket> current() {
      return Optional.ofNullable(market);
    }

    @Override
    public void keep(StoredMarket kept) {
      market = market == null ? kept : market;
    }

    @Override
    public long discard() {
      market = null;
      return 0;
    }
  }
}
