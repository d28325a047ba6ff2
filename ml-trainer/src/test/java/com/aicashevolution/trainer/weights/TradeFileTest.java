package com.aicashevolution.trainer.weights;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.trainer.weights.TradeFile.Reading;
import com.aicashevolution.trainer.weights.TradeFile.Row;
import com.aicashevolution.trainer.weights.TradeFile.RowError;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeFileTest {

  private static final Instant ENTRY = Instant.parse("2026-03-02T10:15:00Z");

  @Test
  void readsWhatTradersExport() {
    Row row = new Row(2, Symbol.of("EURUSD"), ENTRY, null, -0.8);
    assertThat(
            TradeFile.read(
                "symbol,entry_time,direction,result\nEURUSD,2026-03-02T10:15:00Z,BUY,-0.8\n"))
        .isEqualTo(new Reading.Rows(List.of(row)));
    assertThat(
            TradeFile.read(
                """
                Ticket;"Symbol";Entry Time;Direction;Result
                1;"EURUSD";2026-03-02 10:15;short;-0.8

                """))
        .isEqualTo(new Reading.Rows(List.of(row)));
    assertThat(
            TradeFile.read(
                "result\tsymbol\tdirection\tentry_time\texit_time\n"
                    + "-0.8\tEURUSD\tLONG\t2026-03-02 10:15:00\t2026-03-02T10:16:00Z"))
        .isEqualTo(
            new Reading.Rows(
                List.of(new Row(2, Symbol.of("EURUSD"), ENTRY, ENTRY.plusSeconds(60), -0.8))));
  }

  @Test
  void namesEveryRowThatCannotBeUsed() {
    String text =
        """
        symbol,entry_time,direction,result,exit_time
        gold,2026-03-02T10:15:00Z,BUY,1,
        EURUSD,yesterday,BUY,1,
        EURUSD,2026-03-02T10:15:00Z,UP,1,
        EURUSD,2026-03-02T10:15:00Z,BUY,1,
        EURUSD,2026-03-02T10:15:00Z,BUY,NaN,
        EURUSD,2026-03-02T10:15:00Z,BUY
        EURUSD,2026-03-02T10:15:00Z,BUY,1,2026-03-02T10:14:59Z
        """;
    assertThat(TradeFile.read(text)).isInstanceOf(Reading.Bad.class);
    List<RowError> errors = ((Reading.Bad) TradeFile.read(text)).errors();
    assertThat(errors).extracting(RowError::line).containsExactly(2, 3, 4, 6, 7, 8);
    assertThat(errors)
        .extracting(RowError::message)
        .satisfiesExactly(
            symbol -> assertThat(symbol).contains("gold"),
            time ->
                assertThat(time)
                    .isEqualTo(
                        "entry_time must be like 2026-03-02T10:15:00Z or 2026-03-02 10:15, was"
                            + " 'yesterday'"),
            side -> assertThat(side).contains("direction must be BUY or SELL").contains("'UP'"),
            result -> assertThat(result).isEqualTo("result must be a finite number, was 'NaN'"),
            cells -> assertThat(cells).isEqualTo("exit_time is missing: the row has 3 cells"),
            exit -> assertThat(exit).contains("exit_time must not be before entry_time"));
  }

  @Test
  void saysWhichColumnsAreMissing() {
    assertThat(TradeFile.read(""))
        .isEqualTo(
            new Reading.Bad(
                List.of(
                    new RowError(
                        1,
                        "must be a header with the columns symbol, entry_time, direction,"
                            + " result"))));
    assertThat(TradeFile.read("symbol,time,result\n"))
        .isEqualTo(
            new Reading.Bad(
                List.of(new RowError(1, "must have the columns entry_time, direction as well"))));
  }

  @Test
  void boundsHowMuchItReads() {
    String row = "EURUSD,2026-03-02T10:15:00Z,BUY,1\n";
    String text = "symbol,entry_time,direction,result\n" + row.repeat(TradeFile.MOST_ROWS);
    assertThat(TradeFile.read(text)).isInstanceOf(Reading.Rows.class);
    assertThat(TradeFile.read(text + row))
        .isEqualTo(
            new Reading.Bad(List.of(new RowError(20_002, "there may be at most 20000 trades"))));
  }
}
