package com.aicashevolution.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.TradingCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A year of real EURUSD hours (Dukascopy, 2017 and a bit of 2018) through calendar and pipeline;
 * skipped where the optional data beside the project is absent.
 */
class RealCandlesTest {

  private static final Path FILE =
      Path.of(System.getProperty("project.root", "."), "..", "shared", "data", "candles")
          .resolve(Path.of("gym_anytrading", "FOREX_EURUSD_1H_ASK.csv"))
          .normalize();
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm:ss.SSS");

  @Test
  void findsEveryWeekendNormalAndChristmasNot() throws IOException {
    CandleSeries series = series();
    List<Instant> abnormal = new ArrayList<>();
    int gaps = 0;
    for (int i = 1; i < series.size(); i++) {
      Instant closed = series.closeTime(i - 1);
      Instant opened = series.openTime(i);
      gaps += opened.isAfter(closed) ? 1 : 0;
      if (TradingCalendar.FOREX.isAbnormalGap(Timeframe.H1, closed, opened)) {
        abnormal.add(opened);
      }
    }
    assertThat(gaps).isEqualTo(52);
    assertThat(abnormal).containsExactly(Instant.parse("2017-12-25T22:00:00Z"));
  }

  @Test
  void givesFeaturesThatStayNearTheOrdinary() throws IOException {
    FeatureMatrix matrix = new FeaturePipeline().matrix(series());
    assertThat(matrix.rows()).isEqualTo(6_225 - 399);
    for (float feature : matrix.values()) {
      assertThat(feature).isBetween(-20f, 20f);
    }
  }

  private static CandleSeries series() throws IOException {
    assumeTrue(Files.exists(FILE), "optional candles are not here: " + FILE);
    List<Candle> candles =
        Files.readAllLines(FILE).stream().skip(1).map(RealCandlesTest::candle).toList();
    return CandleSeries.of(Symbol.of("EURUSD"), Timeframe.H1, candles);
  }

  private static Candle candle(String line) {
    String[] cells = line.split(",", -1);
    double open = Double.parseDouble(cells[1]);
    double high = Double.parseDouble(cells[2]);
    double low = Double.parseDouble(cells[3]);
    double close = Double.parseDouble(cells[4]);
    double volume = Double.parseDouble(cells[5]);
    Instant at = LocalDateTime.parse(cells[0], STAMP).toInstant(ZoneOffset.UTC);
    return new Candle(at, open, high, low, close, volume, 0, true);
  }
}
