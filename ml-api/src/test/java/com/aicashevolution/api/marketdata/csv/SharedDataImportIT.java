package com.aicashevolution.api.marketdata.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aicashevolution.api.marketdata.BarClock;
import com.aicashevolution.api.marketdata.CandleFormat;
import com.aicashevolution.api.marketdata.CandleImport;
import com.aicashevolution.api.marketdata.ImportProgress;
import com.aicashevolution.api.marketdata.ImportReport;
import com.aicashevolution.api.marketdata.ImportRequest;
import com.aicashevolution.api.marketdata.ImportResult;
import com.aicashevolution.api.marketdata.InMemoryCandleStore;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real exports, where they lie beside the project; skipped elsewhere. */
class SharedDataImportIT {

  private static final Path DATA =
      Path.of(Objects.requireNonNullElse(System.getProperty("project.root"), ".."))
          .resolve("../shared/data")
          .normalize();

  private final InMemoryCandleStore store = new InMemoryCandleStore();
  private final CandleImport imports =
      new CandleImport(
          new CsvBarFiles(1L << 30),
          store,
          store.simulated(),
          Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));

  @Test
  void importsTenYearsOfHoursInPointsByAServerClock() throws IOException {
    ImportReport report = imported("candles/ejtraderlabs/GBPUSDh1.csv.gz", "GBPUSD", Timeframe.H1);

    assertThat(report.format()).isEqualTo(CandleFormat.GENERIC);
    assertThat(report.reading().clock()).isEqualTo(BarClock.EET);
    assertThat(report.reading().pointScale()).isEqualTo(1e-5);
    assertThat(report.rows().rows()).isEqualTo(57_600);
    assertThat(report.rows().bad()).isZero();
    assertThat(report.quality().candles()).isEqualTo(57_600);
    assertThat(report.quality().closedHours()).isLessThan(60);
    CandleSeries candles = all("GBPUSD", Timeframe.H1);
    int sundayOpens = 0;
    for (int i = 0; i < candles.size(); i++) {
      assertThat(candles.close(i)).isBetween(1.1, 1.75);
      ZonedDateTime utc = candles.openTime(i).atZone(ZoneOffset.UTC);
      ZonedDateTime newYork = candles.openTime(i).atZone(ZoneId.of("America/New_York"));
      if (newYork.getDayOfWeek() == DayOfWeek.SUNDAY && newYork.getHour() == 17) {
        boolean summer = newYork.getOffset().equals(ZoneOffset.ofHours(-4));
        assertThat(utc.getHour()).isEqualTo(summer ? 21 : 22);
        sundayOpens++;
      }
    }
    assertThat(sundayOpens).isGreaterThan(420);
  }

  @ParameterizedTest
  @CsvSource({
    "candles/ejtraderlabs/AUDUSDh1.csv.gz, AUDUSD, H1, generic, eet",
    "candles/ejtraderlabs/USDJPYh1.csv.gz, USDJPY, H1, generic, eet",
    "candles/ejtraderlabs/XAUUSDh1.csv.gz, XAUUSD, H1, generic, eet",
    "candles/ejtraderlabs/XAUUSDd1.csv.gz, XAUUSD, D1, generic, utc",
    "candles/lean_oanda/forex_oanda_hour_eurusd.zip, EURUSD, H1, lean, utc",
    "candles/lean_oanda/cfd_oanda_hour_xauusd.zip, XAUUSD, H1, lean, utc",
    "candles/lean_oanda/forex_oanda_daily_gbpusd.zip, GBPUSD, D1, lean, utc",
    "candles/lean_oanda/minute/forex_oanda_minute_eurusd_20140501_quote.zip, EURUSD, H1, lean, utc",
    "candles/lean_oanda/minute/forex_oanda_minute_eurusd_20140501_quote.zip, EURUSD, M5, lean, utc",
    "candles/fibai_oanda/EUR_USD_H1.csv.gz, EURUSD, H1, oanda-flat, utc",
    "candles/fibai_oanda/EUR_USD_M15.csv.gz, EURUSD, H1, oanda-flat, utc",
    "candles/fibai_oanda/BTC_USD_H1.csv.gz, BTCUSD, H1, oanda-flat, utc",
    "candles/gym_anytrading/FOREX_EURUSD_1H_ASK.csv, EURUSD, H1, dukascopy, utc",
    "formats/dukascopy_gmt_EURUSD_1H_ASK_head.csv, EURUSD, H1, dukascopy, utc",
    "formats/dukascopy_localtime_EURUSD_D_ASK_head.csv, EURUSD, D1, dukascopy, utc",
    "formats/histdata_DAT_ASCII_EURUSD_M1_201202_spec_sample.csv, EURUSD, M5, histdata-ascii, est",
    "formats/mt4_historycenter_EURUSD60_head.csv, EURUSD, H1, mt4, eet",
    "formats/mt4_historycenter_GOLD60_head.csv, XAUUSD, H1, mt4, eet",
    "formats/mt4_historycenter_USDJPY60_head.csv, USDJPY, H1, mt4, eet",
    "formats/mt5_export_EURUSD_H1_head.csv, EURUSD, H1, mt5, eet",
    "formats/mt5_python_copyrates_EURUSD_M15_head.csv, EURUSD, H1, mt5-python, eet",
    "formats/oanda_flat_csv_EUR_USD_M15_tail.csv, EURUSD, M15, oanda-flat, utc",
  })
  void recognizesFormatAndClock(
      String file, String symbol, Timeframe timeframe, String format, String clock)
      throws IOException {
    ImportReport report = imported(file, symbol, timeframe);

    assertThat(report.format().wireName()).isEqualTo(format);
    assertThat(report.reading().clock().name()).isEqualTo(clock);
    assertThat(report.rows().bad()).isZero();
    assertThat(all(symbol, timeframe).isEmpty()).isFalse();
  }

  @Test
  void callsTheIndexItsOwnName() throws IOException {
    assertThat(run("formats/mt4_historycenter_GER30Cash60_head.csv", "EURUSD", Timeframe.H1))
        .isInstanceOfSatisfying(
            ImportResult.Refused.class,
            refused -> assertThat(refused.sentence()).contains("no prices of EURUSD"));
  }

  /** Its evening bars open at 22:05 and 23:05: not hours of anybody's clock. */
  @Test
  void refusesBarsOffTheGridUnlessToldToSkipThem() throws IOException {
    assertThat(run("candles/tapy/EURUSD60.csv", "EURUSD", Timeframe.H1))
        .isInstanceOfSatisfying(
            ImportResult.Refused.class,
            refused ->
                assertThat(refused.sentence())
                    .contains("450 of 3728 rows are bad", "line 10, column time", "off the grid"));
    assertThat(store.upserts()).isZero();

    assertThat(run("candles/tapy/EURUSD60.csv", "EURUSD", Timeframe.H1, true))
        .isInstanceOf(ImportResult.Imported.class);
    assertThat(all("EURUSD", Timeframe.H1).size()).isEqualTo(3_278);
  }

  private ImportReport imported(String file, String symbol, Timeframe timeframe)
      throws IOException {
    ImportResult result = run(file, symbol, timeframe);
    assertThat(result).isInstanceOf(ImportResult.Imported.class);
    return ((ImportResult.Imported) result).report();
  }

  private ImportResult run(String file, String symbol, Timeframe timeframe) throws IOException {
    return run(file, symbol, timeframe, false);
  }

  private ImportResult run(String file, String symbol, Timeframe timeframe, boolean skipBad)
      throws IOException {
    Path path = DATA.resolve(file);
    assumeTrue(Files.exists(path), () -> "no sample data at " + path + ": skipped");
    return imports.run(
        new ImportRequest(
            path,
            Symbol.of(symbol),
            timeframe,
            Optional.empty(),
            ImportRequest.Interpretation.FIND_OUT,
            skipBad),
        ImportProgress.SILENT);
  }

  private CandleSeries all(String symbol, Timeframe timeframe) {
    return store.between(Symbol.of(symbol), timeframe, Instant.MIN, Instant.MAX);
  }
}
