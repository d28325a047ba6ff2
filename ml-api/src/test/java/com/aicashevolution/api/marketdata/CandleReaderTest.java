package com.aicashevolution.api.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CandleReaderTest {

  private static final Instant NOW = Instant.parse("2020-06-05T12:30:00Z");
  private static final RawBar.Spread UNKNOWN = new RawBar.Spread.Unknown();

  private final List<Candle> candles = new ArrayList<>();
  private CandleReader reader = reader(1, QuoteSide.MID, 3600);

  @Test
  void shouldTurnRowsIntoCandles() {
    reader.bar(row(1, "2020-06-01T10:00:00Z", 1.1, 1.2, 1.0, 1.15));

    assertThat(reader.end().bad()).isZero();
    assertThat(candles)
        .containsExactly(
            new Candle(
                Instant.parse("2020-06-01T10:00:00Z"), 1.1, 1.2, 1.0, 1.15, 7, 0.00012, true));
  }

  @Test
  void shouldTakePointsExactly() {
    reader = reader(1e-5, QuoteSide.MID, 3600);
    reader.bar(row(1, "2020-06-01T10:00:00Z", 158611, 158618, 158572, 158599));
    reader.end();

    assertThat(candles.getFirst().open()).isEqualTo(1.58611);
    assertThat(candles.getFirst().low()).isEqualTo(1.58572);
  }

  @Test
  void shouldMakeMidPricesOfBidAndAskPrices() {
    reader = reader(1, QuoteSide.BID, 3600);
    reader.bar(withSpread(new RawBar.Spread.Points(20)));
    reader.end();
    assertThat(candles.getFirst().open()).isEqualTo(1.1001);
    assertThat(candles.getFirst().spread()).isEqualTo(20e-5);

    reader = reader(1, QuoteSide.ASK, 3600);
    reader.bar(withSpread(new RawBar.Spread.PriceUnits(0.0002)));
    reader.end();
    assertThat(candles.getLast().open()).isEqualTo(1.0999);
  }

  @Test
  void shouldAssumeTheTypicalSpreadWhereNoneWasRecorded() {
    reader.bar(withSpread(new RawBar.Spread.Points(0)));

    assertThat(reader.end().spreadsAssumed()).isEqualTo(1);
    assertThat(candles.getFirst().spread()).isEqualTo(0.00012);
  }

  @Test
  void shouldNameTheColumnThatIsWrong() {
    reader.bar(row(1, "2020-06-01T10:00:00Z", 1.1, 1.05, 1.0, 1.0));
    reader.bar(row(2, "2020-06-01T10:00:00Z", 1.1, 1.2, 1.15, 1.1));
    reader.bar(row(3, "2020-06-01T10:00:00Z", 0, 1.2, 1.0, 1.1));
    reader.bar(row(4, "2020-06-01T10:00:00Z", 1.1, 1.2, 1.0, -1));
    reader.bar(withSpread(new RawBar.Spread.Points(-1)));

    assertThat(reader.end().problems())
        .extracting(RowProblem::column)
        .containsExactly("high", "low", "open", "close", "spread");
    assertThat(candles).isEmpty();
  }

  @Test
  void shouldIgnoreARowThatIsRepeatedAndRefuseOneThatContradicts() {
    reader.bar(row(1, "2020-06-01T10:00:00Z", 1.1, 1.2, 1.0, 1.15));
    reader.bar(row(2, "2020-06-01T10:00:00Z", 1.1, 1.2, 1.0, 1.15));
    reader.bar(row(3, "2020-06-01T10:00:00Z", 1.1, 1.2, 1.0, 1.16));
    RowCounts counts = reader.end();

    assertThat(counts.duplicates()).isEqualTo(1);
    assertThat(counts.problems())
        .singleElement()
        .hasToString("line 3, column time: line 1 has the same time and other prices");
    assertThat(candles).hasSize(1);
  }

  @Test
  void shouldRefuseTimeThatRunsBackward() {
    reader.bar(row(1, "2020-06-01T10:00:00Z", 1.1, 1.2, 1.0, 1.15));
    reader.bar(row(2, "2020-06-01T09:00:00Z", 1.1, 1.2, 1.0, 1.15));
    RowCounts counts = reader.end();

    assertThat(counts.backward()).isEqualTo(1);
    assertThat(counts.problems().getFirst().reason())
        .isEqualTo("2020-06-01T09:00:00Z is before 2020-06-01T10:00:00Z of line 1");
  }

  @Test
  void shouldRefuseBarsOffTheGridAndBarsOfTheFuture() {
    reader.bar(row(1, "2020-06-01T10:05:00Z", 1.1, 1.2, 1.0, 1.15));
    reader.bar(row(2, "2020-06-05T14:00:00Z", 1.1, 1.2, 1.0, 1.15));

    assertThat(reader.end().problems())
        .extracting(RowProblem::reason)
        .satisfiesExactly(
            first -> assertThat(first).contains("off the grid"),
            second -> assertThat(second).contains("is in the future; is the clock not utc?"));
  }

  @Test
  void shouldLeaveOutBarsThatAreNotFinished() {
    reader.bar(row(1, "2020-06-05T12:00:00Z", 1.1, 1.2, 1.0, 1.15));
    RawBar unfinished = row(2, "2020-06-01T10:00:00Z", 1.1, 1.2, 1.0, 1.15);
    reader.bar(new RawBar(2, unfinished.time(), 1.1, 1.2, 1.0, 1.15, 7, UNKNOWN, false));

    assertThat(reader.end().incomplete()).isEqualTo(2);
    assertThat(candles).isEmpty();
  }

  @Test
  void shouldDropTheFlatRowsWithWhichWeekendsAreFilled() {
    String saturday = "2020-05-30T10:00:00Z";
    reader.bar(new RawBar(1, local(saturday), 1.1, 1.1, 1.1, 1.1, 0, UNKNOWN, true));
    reader.bar(row(2, "2020-05-30T11:00:00Z", 1.1, 1.2, 1.0, 1.15));
    RowCounts counts = reader.end();

    assertThat(counts.closedHourFillers()).isEqualTo(1);
    assertThat(candles).hasSize(1);
  }

  @Test
  void shouldRefuseATimeNoClockEverShowed() {
    CandleReader eet =
        new CandleReader(
            request(),
            new FileReading(
                BarClock.EET, new FileReading.ClockFit(0, 0), 1, QuoteSide.MID, 3600, List.of()),
            NOW,
            candles::add);
    eet.bar(row(1, "2020-03-29T03:00:00Z", 1.1, 1.2, 1.0, 1.15));

    assertThat(eet.end().problems().getFirst().reason()).contains("no clock ever showed");
  }

  @Test
  void shouldPutFinerBarsTogether() {
    reader = reader(1, QuoteSide.MID, 900);
    reader.bar(row(1, "2020-06-01T10:00:00Z", 1.10, 1.12, 1.09, 1.11));
    reader.bar(row(2, "2020-06-01T10:15:00Z", 1.11, 1.15, 1.10, 1.12));
    reader.bar(row(3, "2020-06-01T10:45:00Z", 1.12, 1.13, 1.05, 1.06));
    reader.bar(row(4, "2020-06-01T11:00:00Z", 1.06, 1.07, 1.05, 1.06));
    reader.end();

    assertThat(candles)
        .containsExactly(
            new Candle(
                Instant.parse("2020-06-01T10:00:00Z"), 1.10, 1.15, 1.05, 1.06, 21, 0.00012, true));
  }

  private CandleReader reader(double scale, QuoteSide side, long sourceSeconds) {
    FileReading reading =
        new FileReading(
            BarClock.UTC, new FileReading.ClockFit(0, 0), scale, side, sourceSeconds, List.of());
    return new CandleReader(request(), reading, NOW, candles::add);
  }

  private static ImportRequest request() {
    return new ImportRequest(
        Path.of("candles.csv"),
        Symbol.of("EURUSD"),
        Timeframe.H1,
        Optional.empty(),
        ImportRequest.Interpretation.FIND_OUT,
        false);
  }

  private static RawBar withSpread(RawBar.Spread spread) {
    return new RawBar(9, local("2020-06-01T10:00:00Z"), 1.1, 1.2, 1.0, 1.15, 7, spread, true);
  }

  private static RawBar row(
      long line, String time, double open, double high, double low, double close) {
    return new RawBar(line, local(time), open, high, low, close, 7, UNKNOWN, true);
  }

  private static RawBar.Time local(String instant) {
    return ServerWeeks.bar(1, instant, 1).time();
  }
}
