package com.aicashevolution.inference.window;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SimulatedMarketsTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");
  private static final Symbol GBPUSD = Symbol.of("GBPUSD");

  private final SettableClock clock = new SettableClock(SampleCandles.NEWEST);
  private final FakeCandleStore store = new FakeCandleStore();
  private final SimulatedMarkets markets = new SimulatedMarkets(store, clock);

  @Test
  void saysWhichSymbolsHaveSimulatedCandlesAndReadsOnce() {
    store.upsert(EURUSD, Timeframe.H1, "simulated", SampleCandles.candles(EURUSD, 2));
    store.upsert(GBPUSD, Timeframe.H1, "api", SampleCandles.candles(GBPUSD, 2));

    assertThat(markets.contains(EURUSD, Timeframe.H1)).isTrue();
    assertThat(markets.contains(GBPUSD, Timeframe.H1)).isFalse();
    assertThat(store.coverageReads()).isEqualTo(1);
  }

  @Test
  void looksForAnUnknownSymbolAgainButNotOnEveryRequest() {
    assertThat(markets.contains(EURUSD, Timeframe.H1)).isFalse();
    store.upsert(EURUSD, Timeframe.H1, "simulated", SampleCandles.candles(EURUSD, 2));
    assertThat(markets.contains(EURUSD, Timeframe.H1)).isFalse();
    assertThat(store.coverageReads()).isEqualTo(1);

    clock.advance(Duration.ofSeconds(5));
    assertThat(markets.contains(EURUSD, Timeframe.H1)).isTrue();
  }

  @Test
  void keepsWhatItKnewWhileTheStoreIsLost() {
    store.upsert(EURUSD, Timeframe.H1, "simulated", SampleCandles.candles(EURUSD, 2));
    markets.refresh();
    store.lose();
    markets.refresh();

    assertThat(markets.contains(EURUSD, Timeframe.H1)).isTrue();
  }
}
