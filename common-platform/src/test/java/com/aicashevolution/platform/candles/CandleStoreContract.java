package com.aicashevolution.platform.candles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore.Coverage;
import com.aicashevolution.platform.candles.CandleStore.UpsertResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every candle store does, whatever it keeps candles in. */
public abstract class CandleStoreContract {

  protected static final Symbol EURUSD = Symbol.of("EURUSD");
  protected static final Symbol GBPUSD = Symbol.of("GBPUSD");
  protected static final Timeframe H1 = Timeframe.H1;
  protected static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");

  protected CandleStore store;

  /** An empty store. */
  protected abstract CandleStore emptyStore(Clock clock);

  @BeforeEach
  final void setUp() {
    store = emptyStore(Clock.fixed(MONDAY, ZoneOffset.UTC));
  }

  protected static Instant bar(int i) {
    return MONDAY.plus(Duration.ofHours(i));
  }

  protected static Candle candle(int i, double close, boolean complete) {
    double base = 1.1 + i * 1e-5;
    return new Candle(
        bar(i),
        base,
        Math.max(base, close) + 1e-4,
        Math.min(base, close) - 1e-4,
        close,
        100 + i,
        1.2e-4,
        complete);
  }

  protected static List<Candle> candles(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> candle(i, 1.1 + i * 2e-5, true)).toList();
  }

  private static List<Candle> asList(CandleSeries series) {
    return IntStream.range(0, series.size()).mapToObj(series::candle).toList();
  }

  private UpsertResult upsert(Candle... candles) {
    return store.upsert(EURUSD, H1, "api", List.of(candles));
  }

  private List<Candle> stored() {
    return asList(store.latest(EURUSD, H1, 1_000_000));
  }

  @Test
  void readsBackEveryBitOfWhatWasWritten() {
    Candle awkward =
        new Candle(bar(0), 0.1 + 0.2, Math.nextUp(0.1 + 0.2), 1e-9 / 3, 1e-9, 1e9 / 7, 0, true);

    upsert(awkward);

    assertThat(stored()).containsExactly(awkward);
  }

  @Test
  void countsNewCandlesAsInserted() {
    assertThat(store.upsert(EURUSD, H1, "api", candles(0, 7))).isEqualTo(new UpsertResult(7, 0, 0));
  }

  @Test
  void changesNothingWhenTheSameCandlesComeAgain() {
    store.upsert(EURUSD, H1, "api", candles(0, 7));

    assertThat(store.upsert(EURUSD, H1, "import:mt5", candles(0, 7)))
        .isEqualTo(new UpsertResult(0, 0, 7));
  }

  @Test
  void countsNewCorrectedAndUnchangedCandlesExactly() {
    store.upsert(EURUSD, H1, "api", candles(0, 5));
    List<Candle> mixed =
        Stream.concat(candles(3, 8).stream(), Stream.of(candle(0, 1.2, true))).toList();

    assertThat(store.upsert(EURUSD, H1, "api", mixed)).isEqualTo(new UpsertResult(3, 1, 2));
    assertThat(stored().getFirst()).isEqualTo(candle(0, 1.2, true));
  }

  @Test
  void replacesAnIncompleteCandleByAComplete() {
    upsert(candle(0, 1.2, false));
    assertThat(stored()).isEmpty();

    assertThat(upsert(candle(0, 1.3, true))).isEqualTo(new UpsertResult(0, 1, 0));
    assertThat(stored()).containsExactly(candle(0, 1.3, true));
  }

  @Test
  void neverReplacesACompleteCandleByAnIncomplete() {
    upsert(candle(0, 1.2, true));

    assertThat(upsert(candle(0, 1.3, false))).isEqualTo(new UpsertResult(0, 0, 1));
    assertThat(stored()).containsExactly(candle(0, 1.2, true));
  }

  @Test
  void letsTheLaterOfTwoCandlesOfOneBarCount() {
    assertThat(upsert(candle(0, 1.2, true), candle(0, 1.3, true)))
        .isEqualTo(new UpsertResult(1, 0, 1));
    assertThat(stored()).containsExactly(candle(0, 1.3, true));

    assertThat(upsert(candle(1, 1.2, true), candle(1, 1.3, false)))
        .isEqualTo(new UpsertResult(1, 0, 1));
    assertThat(stored().getLast()).isEqualTo(candle(1, 1.2, true));
  }

  @Test
  void writesNothingWhereThereIsNothingToWrite() {
    assertThat(store.upsert(EURUSD, H1, "api", List.of())).isEqualTo(new UpsertResult(0, 0, 0));
    assertThat(store.coverage()).isEmpty();
  }

  @Test
  void refusesCandlesOffTheGridAndWritesNoneOfTheOthers() {
    Candle offGrid = new Candle(bar(1).plusSeconds(1), 1.1, 1.1, 1.1, 1.1, 0, 0, true);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> upsert(candle(0, 1.2, true), offGrid))
        .withMessage("open_time 2026-11-16T01:00:01Z is off the H1 grid");
    assertThat(stored()).isEmpty();
  }

  @Test
  void writesMoreCandlesThanOneStatementTakes() {
    assertThat(store.upsert(EURUSD, H1, "simulated", candles(0, 12_345)))
        .isEqualTo(new UpsertResult(12_345, 0, 0));
    assertThat(stored()).isEqualTo(candles(0, 12_345));
  }

  @Test
  void readsTheNewestInAscendingOrder() {
    store.upsert(EURUSD, H1, "api", candles(0, 10).reversed());

    assertThat(asList(store.latest(EURUSD, H1, 3))).isEqualTo(candles(7, 10));
    assertThat(asList(store.latest(EURUSD, H1, 99))).isEqualTo(candles(0, 10));
    assertThat(store.latest(GBPUSD, H1, 3).isEmpty()).isTrue();
    assertThat(store.latest(EURUSD, Timeframe.M5, 3).isEmpty()).isTrue();
  }

  @Test
  void readsThePastAsOfAnInstantInclusive() {
    store.upsert(EURUSD, H1, "api", candles(0, 10));

    assertThat(asList(store.latestAsOf(EURUSD, H1, bar(5), 3))).isEqualTo(candles(3, 6));
    assertThat(asList(store.latestAsOf(EURUSD, H1, bar(5).minusMillis(1), 3)))
        .isEqualTo(candles(2, 5));
    assertThat(store.latestAsOf(EURUSD, H1, bar(-1), 3).isEmpty()).isTrue();
  }

  @Test
  void marksOtherwiseWhateverIsWrittenOfTheCandlesItMarks() {
    store.upsert(EURUSD, H1, "api", candles(0, 5));
    CandleStore.Mark before = store.mark(EURUSD, H1, bar(2));

    store.upsert(EURUSD, H1, "api", candles(0, 5));
    upsert(candle(1, 1.2, true), candle(6, 1.2, false));
    store.upsert(GBPUSD, H1, "api", candles(0, 9));
    assertThat(store.mark(EURUSD, H1, bar(2))).isEqualTo(before);

    upsert(candle(2, 1.2, true));
    CandleStore.Mark corrected = store.mark(EURUSD, H1, bar(2));
    assertThat(corrected.candles()).isEqualTo(3);
    assertThat(corrected.writes()).isGreaterThan(before.writes());

    upsert(candle(2, 1.3, true));
    CandleStore.Mark correctedAgain = store.mark(EURUSD, H1, bar(2));
    assertThat(correctedAgain.writes()).isGreaterThan(corrected.writes());

    upsert(candle(6, 1.2, true));
    assertThat(store.mark(EURUSD, H1, bar(2)).candles()).isEqualTo(4);
    assertThat(store.mark(EURUSD, H1, bar(7))).isEqualTo(new CandleStore.Mark(0, 0));
  }

  @Test
  void readsAHalfOpenPeriod() {
    store.upsert(EURUSD, H1, "api", candles(0, 10));

    assertThat(asList(store.between(EURUSD, H1, bar(2), bar(5)))).isEqualTo(candles(2, 5));
    assertThat(store.between(EURUSD, H1, bar(5), bar(5)).isEmpty()).isTrue();
  }

  @Test
  void saysWhatIsStoredAndWhetherAnyOfItIsSimulated() {
    store.upsert(GBPUSD, H1, "import:mt5", candles(0, 4));
    store.upsert(EURUSD, H1, "api", candles(0, 2));
    store.upsert(EURUSD, H1, "simulated", candles(2, 3));
    upsert(candle(9, 1.2, false));

    assertThat(store.coverage())
        .containsExactly(
            new Coverage(EURUSD, H1, 3, bar(0), bar(2), true),
            new Coverage(GBPUSD, H1, 4, bar(0), bar(3), false));
  }
}
