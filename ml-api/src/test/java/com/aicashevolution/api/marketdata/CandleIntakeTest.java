package com.aicashevolution.api.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.api.marketdata.CandleIntake.Result;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore.UpsertResult;
import com.aicashevolution.platform.market.TradedSymbols;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandleIntakeTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");

  private final InMemoryCandleStore store = new InMemoryCandleStore();
  private final CandleIntake intake =
      new CandleIntake(
          store,
          store.simulated(),
          new TradedSymbols(List.of(EURUSD)),
          Clock.fixed(Instant.parse("2020-06-01T12:30:00Z"), ZoneOffset.UTC));

  @Test
  void shouldStoreCandlesAndSayWhatBecameOfThem() {
    Candle candle = candle("2020-06-01T11:00:00Z", true);

    assertThat(intake.take(EURUSD, Timeframe.H1, List.of(candle)))
        .isEqualTo(new Result.Stored(new UpsertResult(1, 0, 0)));
    assertThat(intake.take(EURUSD, Timeframe.H1, List.of(candle)))
        .isEqualTo(new Result.Stored(new UpsertResult(0, 0, 1)));
    assertThat(store.sources(EURUSD, Timeframe.H1)).containsOnly("api");
  }

  @Test
  void shouldTakeTheHourThatIsStillOpenAsUnfinishedOnly() {
    String open = "2020-06-01T12:00:00Z";

    assertThat(intake.take(EURUSD, Timeframe.H1, List.of(candle(open, false))))
        .isInstanceOf(Result.Stored.class);
    assertThat(complaint(candle(open, true)).field()).isEqualTo("complete");
  }

  @Test
  void shouldRefuseTimesThatCannotBe() {
    assertThat(complaint(candle("2020-06-01T11:05:00Z", true)).field()).isEqualTo("open_time");
    assertThat(complaint(candle("2020-06-01T13:00:00Z", false)).message()).contains("future");
  }

  @Test
  void shouldRefuseACandleThatIsSentTwiceAndStoreNone() {
    Candle candle = candle("2020-06-01T11:00:00Z", true);

    assertThat(intake.take(EURUSD, Timeframe.H1, List.of(candle, candle)))
        .isEqualTo(
            new Result.Impossible(
                List.of(new CandleIntake.Complaint(1, "open_time", "must not be sent twice"))));
    assertThat(store.upserts()).isZero();
  }

  @Test
  void shouldRefuseASymbolNobodyTrades() {
    assertThat(
            intake.take(
                Symbol.of("GBPUSD"), Timeframe.H1, List.of(candle("2020-06-01T11:00:00Z", true))))
        .isEqualTo(new Result.NotTraded());
  }

  @Test
  void shouldNotMixRealCandlesWithSimulatedOnes() {
    store.upsert(EURUSD, Timeframe.H1, "simulated", List.of(candle("2020-06-01T10:00:00Z", true)));

    assertThat(intake.take(EURUSD, Timeframe.H1, List.of(candle("2020-06-01T11:00:00Z", true))))
        .isEqualTo(new Result.Simulated());
  }

  private CandleIntake.Complaint complaint(Candle candle) {
    return ((Result.Impossible) intake.take(EURUSD, Timeframe.H1, List.of(candle)))
        .complaints()
        .getFirst();
  }

  private static Candle candle(String time, boolean complete) {
    return new Candle(Instant.parse(time), 1.1, 1.2, 1.0, 1.15, 5, 0.0001, complete);
  }
}
