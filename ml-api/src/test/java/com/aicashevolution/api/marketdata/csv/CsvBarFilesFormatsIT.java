package com.aicashevolution.api.marketdata.csv;

import static com.aicashevolution.api.marketdata.csv.ImportedFiles.candle;
import static com.aicashevolution.api.marketdata.csv.ImportedFiles.readAs;
import static com.aicashevolution.api.marketdata.csv.ImportedFiles.request;
import static com.aicashevolution.api.marketdata.csv.ImportedFiles.writtenLike;
import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.api.marketdata.BarClock;
import com.aicashevolution.api.marketdata.CandleFormat;
import com.aicashevolution.api.marketdata.ImportReport;
import com.aicashevolution.api.marketdata.ImportRequest;
import com.aicashevolution.api.marketdata.ImportRequest.Interpretation;
import com.aicashevolution.api.marketdata.QuoteSide;
import com.aicashevolution.market.Timeframe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every format, from rows to candles: times in UTC, mid prices, spreads. The expected numbers were
 * worked out by hand: EURUSD has points of 0.00001 and a typical spread of 12 points, so a bid
 * without a recorded spread lies 0.00006 below the mid price.
 */
class CsvBarFilesFormatsIT {

  @TempDir Path folder;
  private ImportedFiles files;

  @BeforeEach
  void begin() {
    files = new ImportedFiles(folder);
  }

  @Test
  void readsMetaTrader5Bars() throws IOException {
    Path file =
        files.plain(
            "EURUSD_H1.csv",
            """
            <DATE>\t<TIME>\t<OPEN>\t<HIGH>\t<LOW>\t<CLOSE>\t<TICKVOL>\t<VOL>\t<SPREAD>
            2025.06.23\t00:00:00\t1.14565\t1.14745\t1.14565\t1.14721\t644\t0\t8
            2025.06.23\t01:00:00\t1.14721\t1.14943\t1.14721\t1.14885\t3043\t0\t10
            """);

    assertRead(files.imported(file, Timeframe.H1), CandleFormat.MT5, BarClock.EET, QuoteSide.BID);
    assertThat(files.candles("EURUSD", Timeframe.H1))
        .containsExactly(
            candle("2025-06-22T21:00:00Z", 1.14569, 1.14749, 1.14569, 1.14725, 644, 0.00008),
            candle("2025-06-22T22:00:00Z", 1.14726, 1.14948, 1.14726, 1.1489, 3043, 0.0001));
  }

  @Test
  void readsMetaTrader5DaysAndHeadersWithoutBrackets() throws IOException {
    Path file =
        files.plain(
            "days.csv",
            """
            DATE\tOPEN\tHIGH\tLOW\tCLOSE\tTICKVOL\tVOL\tSPREAD
            2024.01.02\t1.10400\t1.10460\t1.09380\t1.09420\t65000\t0\t10
            2024.01.03\t1.09420\t1.09660\t1.08930\t1.09220\t70000\t0\t10
            """);

    assertRead(files.imported(file, Timeframe.D1), CandleFormat.MT5, BarClock.UTC, QuoteSide.BID);
    assertThat(files.candles("EURUSD", Timeframe.D1))
        .containsExactly(
            candle("2024-01-02T00:00:00Z", 1.10405, 1.10465, 1.09385, 1.09425, 65000, 0.0001),
            candle("2024-01-03T00:00:00Z", 1.09425, 1.09665, 1.08935, 1.09225, 70000, 0.0001));
  }

  @Test
  void readsMetaTrader4History() throws IOException {
    Path file =
        files.plain(
            "EURUSD60.csv",
            """
            2017.02.01,21:00,1.07353,1.07885,1.07290,1.07755,9831
            2017.02.01,22:00,1.07755,1.07791,1.07640,1.07690,3968
            """);

    ImportReport report = files.imported(file, Timeframe.H1);

    assertRead(report, CandleFormat.MT4, BarClock.EET, QuoteSide.BID);
    assertThat(report.rows().spreadsAssumed()).isEqualTo(2);
    assertThat(report.reading().notes()).singleElement().asString().contains("assumed to be eet");
    assertThat(files.candles("EURUSD", Timeframe.H1))
        .containsExactly(
            candle("2017-02-01T19:00:00Z", 1.07359, 1.07891, 1.07296, 1.07761, 9831, 0.00012),
            candle("2017-02-01T20:00:00Z", 1.07761, 1.07797, 1.07646, 1.07696, 3968, 0.00012));
  }

  @Test
  void readsWhatPythonDumpsFromMetaTrader() throws IOException {
    Path file =
        files.plain(
            "rates.csv",
            """
            time,open,high,low,close,tick_volume,spread,real_volume
            2025-03-18 03:45:00,1.09197,1.09205,1.09179,1.09180,237,4,0
            2025-03-18 04:00:00,1.09179,1.09197,1.09174,1.09192,647,0,0
            """);

    assertRead(
        files.imported(file, Timeframe.M15), CandleFormat.MT5_PYTHON, BarClock.EET, QuoteSide.BID);
    assertThat(files.candles("EURUSD", Timeframe.M15))
        .containsExactly(
            candle("2025-03-18T01:45:00Z", 1.09199, 1.09207, 1.09181, 1.09182, 237, 0.00004),
            candle("2025-03-18T02:00:00Z", 1.09185, 1.09203, 1.0918, 1.09198, 647, 0.00012));
  }

  /** MetaTrader counts its seconds on the server's clock, whatever its documentation says. */
  @Test
  void readsEpochSecondsOfMetaTraderByTheServersClock() throws IOException {
    Path file =
        files.plain(
            "rates.csv",
            """
            time,open,high,low,close,tick_volume,spread,real_volume
            1742268600,1.09197,1.09205,1.09179,1.09180,237,4,0
            1742269500,1.09179,1.09197,1.09174,1.09192,647,4,0
            """);

    files.imported(file, Timeframe.M15);

    assertThat(files.candles("EURUSD", Timeframe.M15).getFirst().openTime())
        .isEqualTo("2025-03-18T01:30:00Z");
  }

  @Test
  void readsHistDataGenericAscii() throws IOException {
    Path file =
        files.plain(
            "DAT_ASCII_EURUSD_M1_201202.csv",
            """
            20120201 000000;1.306600;1.306600;1.306560;1.306560;0
            20120201 000100;1.306570;1.306570;1.306470;1.306560;0
            20120201 000200;1.306520;1.306700;1.306520;1.306560;0
            20120201 000300;1.306610;1.306610;1.306450;1.306450;0
            20120201 000400;1.306450;1.306500;1.306400;1.306480;0
            """);

    assertRead(
        files.imported(file, Timeframe.M5),
        CandleFormat.HISTDATA_ASCII,
        BarClock.EST,
        QuoteSide.BID);
    assertThat(files.candles("EURUSD", Timeframe.M5))
        .containsExactly(
            candle("2012-02-01T05:00:00Z", 1.30666, 1.30676, 1.30646, 1.30654, 0, 0.00012));
  }

  @Test
  void tellsHistDataInTheMannerOfMetaTraderByItsMissingTicks() throws IOException {
    Path file =
        files.plain(
            "eurusd.csv",
            """
            2012.08.01,00:00,1.306600,1.306600,1.306560,1.306560,0
            2012.08.01,00:01,1.306570,1.306570,1.306470,1.306560,0
            2012.08.01,00:02,1.306520,1.306560,1.306520,1.306560,0
            2012.08.01,00:03,1.306610,1.306610,1.306450,1.306450,0
            2012.08.01,00:04,1.306450,1.306500,1.306400,1.306480,0
            """);

    assertRead(
        files.imported(file, Timeframe.M5), CandleFormat.HISTDATA_MT, BarClock.EST, QuoteSide.BID);
    // no daylight saving in August either
    assertThat(files.candles("EURUSD", Timeframe.M5).getFirst().openTime())
        .isEqualTo("2012-08-01T05:00:00Z");
  }

  @Test
  void refusesToChooseBetweenMetaTrader4AndHistDataWhereBothCanBe() throws IOException {
    Path file = files.plain("eurusd.csv", "2012.02.01,00:00,1.30660,1.30660,1.30656,1.30656,0\n");

    assertThat(files.refused(file))
        .isEqualTo(
            "eurusd.csv can be mt4 or histdata-mt, which look alike and differ in their clock:"
                + " say --format");
    files.imported(writtenLike(CandleFormat.HISTDATA_MT, request(file, "EURUSD", Timeframe.H1)));
    assertThat(files.candles("EURUSD", Timeframe.H1).getFirst().openTime())
        .isEqualTo("2012-02-01T05:00:00Z");
  }

  @Test
  void readsDukascopyAndTheSideInItsName() throws IOException {
    String rows =
        """
        Gmt time,Open,High,Low,Close,Volume
        02.01.2017 22:00:00.000,1.05236,1.05253,1.05221,1.05227,143539993.3
        02.01.2017 23:00:00.000,1.05227,1.05426,1.05226,1.05282,253139999.4
        """;

    assertRead(
        files.imported(files.plain("EURUSD_Candlestick_1_Hour_ASK.csv", rows), Timeframe.H1),
        CandleFormat.DUKASCOPY,
        BarClock.UTC,
        QuoteSide.ASK);
    assertThat(files.candles("EURUSD", Timeframe.H1).getFirst())
        .isEqualTo(
            candle(
                "2017-01-02T22:00:00Z", 1.0523, 1.05247, 1.05215, 1.05221, 143539993.3, 0.00012));

    files.imported(files.plain("EURUSD_Candlestick_1_Hour_BID.csv", rows), Timeframe.H1);
    assertThat(files.candles("EURUSD", Timeframe.H1).getFirst().open()).isEqualTo(1.05242);
  }

  @Test
  void readsTheOffsetOfDukascopysLocalTime() throws IOException {
    Path file =
        files.plain(
            "EURUSD_BID.csv",
            """
            Local time,Open,High,Low,Close,Volume
            17.01.2018 00:00:00.000 GMT+0700,1.05236,1.05253,1.05221,1.05227,14.5
            17.01.2018 01:00:00.000 GMT+0700,1.05227,1.05426,1.05226,1.05282,25.3
            """);

    files.imported(file, Timeframe.H1);

    assertThat(files.candles("EURUSD", Timeframe.H1).getFirst().openTime())
        .isEqualTo("2018-01-16T17:00:00Z");
  }

  @Test
  void readsFlatOandaCandlesAndLeavesTheUnfinishedOneOut() throws IOException {
    Path file =
        files.plain(
            "EUR_USD_M15.csv",
            """
            2019-06-03T17:45:00,True,1.12373,1.12508,1.12352,1.12434,563
            2019-06-03T18:00:00,False,1.12437,1.12470,1.12388,1.12451,396
            """);

    ImportReport report = files.imported(file, Timeframe.M15);

    assertRead(report, CandleFormat.OANDA_FLAT, BarClock.UTC, QuoteSide.MID);
    assertThat(report.rows().incomplete()).isEqualTo(1);
    assertThat(files.candles("EURUSD", Timeframe.M15))
        .containsExactly(
            candle("2019-06-03T17:45:00Z", 1.12373, 1.12508, 1.12352, 1.12434, 563, 0.00012));
  }

  @Test
  void readsLeanHoursAsTheMiddleOfBidAndAsk() throws IOException {
    Path file =
        files.zip(
            "eurusd.zip",
            Map.of(
                "eurusd.csv",
                """
                20140501 05:00,1.3000,1.3100,1.2900,1.3050,0,1.3002,1.3102,1.2902,1.3054,0
                20140501 06:00,1.3050,1.3060,1.3040,1.3055,0,1.3052,1.3062,1.3042,1.3057,0
                """));

    assertRead(files.imported(file, Timeframe.H1), CandleFormat.LEAN, BarClock.UTC, QuoteSide.MID);
    assertThat(files.candles("EURUSD", Timeframe.H1))
        .containsExactly(
            candle("2014-05-01T05:00:00Z", 1.3001, 1.3101, 1.2901, 1.3052, 0, 0.0004),
            candle("2014-05-01T06:00:00Z", 1.3051, 1.3061, 1.3041, 1.3056, 0, 0.0002));
  }

  @Test
  void countsLeanMinutesFromMidnightOfTheDayInTheName() throws IOException {
    StringBuilder minutes = new StringBuilder();
    for (int minute = 0; minute < 5; minute++) {
      minutes
          .append(43_200_000 + minute * 60_000)
          .append(",1.3000,1.3100,1.2900,1.3050,0,1.3002,1.3102,1.2902,1.3052,0\n");
    }
    Path file =
        files.zip(
            "20140501_quote.zip", Map.of("20140501_eurusd_minute_quote.csv", minutes.toString()));

    assertRead(files.imported(file, Timeframe.M5), CandleFormat.LEAN, BarClock.UTC, QuoteSide.MID);
    assertThat(files.candles("EURUSD", Timeframe.M5))
        .containsExactly(candle("2014-05-01T12:00:00Z", 1.3001, 1.3101, 1.2901, 1.3051, 0, 0.0002));
  }

  @Test
  void readsAnyTableWithNamedColumns() throws IOException {
    Path file =
        files.plain(
            "table.csv",
            """
            who;Date;Time;O;H;L;C;spread;V;remark
            me;2019-03-01;10:00;1.1;1.2;1.0;1.15;0.0002;7;fine
            me;2019-03-01;11:00;1.15;1.16;1.14;1.15;0.0003;8;fine
            """);

    assertRead(
        files.imported(file, Timeframe.H1), CandleFormat.GENERIC, BarClock.UTC, QuoteSide.MID);
    assertThat(files.candles("EURUSD", Timeframe.H1))
        .containsExactly(
            candle("2019-03-01T10:00:00Z", 1.1, 1.2, 1.0, 1.15, 7, 0.0002),
            candle("2019-03-01T11:00:00Z", 1.15, 1.16, 1.14, 1.15, 8, 0.0003));
  }

  @Test
  void findsOutThatPricesAreInPoints() throws IOException {
    String rows =
        "time,open,high,low,close,volume\n2019-03-01 10:00,110000,110120,109990,110050,7\n";

    ImportReport report = files.imported(files.plain("points.csv", rows), Timeframe.H1);

    assertThat(report.reading().pointScale()).isEqualTo(1e-5);
    assertThat(report.reading().notes()).contains("prices are in points of 1.0E-5");
    assertThat(files.candles("EURUSD", Timeframe.H1))
        .containsExactly(candle("2019-03-01T10:00:00Z", 1.1, 1.1012, 1.0999, 1.1005, 7, 0.00012));
  }

  @Test
  void refusesPricesOfAnotherInstrumentUntilToldTheirScale() throws IOException {
    String rows = "time,open,high,low,close,volume\n2019-03-01 10:00,11784,11801,11780,11792,7\n";
    ImportRequest request = request(files.plain("GER30.csv", rows), "EURUSD", Timeframe.H1);

    assertThat(files.refused(request)).contains("no prices of EURUSD", "say --point-scale");

    files.imported(
        readAs(
            new Interpretation(Optional.empty(), OptionalDouble.of(1e-4), Optional.empty()),
            request));
    assertThat(files.candles("EURUSD", Timeframe.H1).getFirst().close()).isEqualTo(1.1792);
  }

  @Test
  void believesAPersonAboutClockAndSide() throws IOException {
    Path file = files.plain("any.csv", "2017.07.03,21:00,1.14000,1.14100,1.13900,1.14050,98\n");
    Interpretation said =
        new Interpretation(
            BarClock.parse("utc+3"), OptionalDouble.empty(), Optional.of(QuoteSide.MID));

    files.imported(readAs(said, request(file, "EURUSD", Timeframe.H1)));

    assertThat(files.candles("EURUSD", Timeframe.H1))
        .containsExactly(candle("2017-07-03T18:00:00Z", 1.14, 1.141, 1.139, 1.1405, 98, 0.00012));
  }

  @ParameterizedTest
  @EnumSource(CandleFormat.class)
  void refusesAFileThatIsNotWrittenAsSaid(CandleFormat format) throws IOException {
    Path file = files.plain("shopping.csv", "item,pieces\nbread,2\n");

    assertThat(files.refused(writtenLike(format, request(file, "EURUSD", Timeframe.H1))))
        .startsWith("shopping.csv is not written like " + format.wireName())
        .endsWith("it begins 'item | pieces'; try --format auto");
  }

  @Test
  void namesTheFormatsItKnowsWhereItRecognizesNone() throws IOException {
    assertThat(files.refused(files.plain("shopping.csv", "item,pieces\nbread,2\n")))
        .startsWith("the format of shopping.csv is none of [mt5, mt4,")
        .endsWith("it begins 'item | pieces'");
  }

  @Test
  void refusesTicksAndBarsLongerThanTheCandles() throws IOException {
    assertThat(files.refused(files.plain("ticks.csv", "20120201 000003660,1.3066,1.3067,0\n")))
        .isEqualTo("ticks.csv holds ticks, not bars: export bars of one minute or longer");
    assertThat(
            files.refused(
                files.plain(
                    "days.csv",
                    """
                    date,open,high,low,close
                    2019-03-01,1.1,1.2,1.0,1.1
                    2019-03-02,1.1,1.2,1.0,1.1
                    """)))
        .isEqualTo("the bars of days.csv are PT24H long and cannot make H1 candles");
  }

  private static void assertRead(
      ImportReport report, CandleFormat format, BarClock clock, QuoteSide side) {
    assertThat(report.format()).isEqualTo(format);
    assertThat(report.reading().clock()).isEqualTo(clock);
    assertThat(report.reading().side()).isEqualTo(side);
    assertThat(report.rows().bad()).isZero();
  }
}
