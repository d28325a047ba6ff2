package com.aicashevolution.api.marketdata.csv;

import static com.aicashevolution.api.marketdata.csv.ImportedFiles.request;
import static com.aicashevolution.api.marketdata.csv.ImportedFiles.skippingBad;
import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.api.marketdata.ImportReport;
import com.aicashevolution.api.marketdata.ImportRequest;
import com.aicashevolution.api.marketdata.ImportResult;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.candles.CandleStore.UpsertResult;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A bad row is named by line, column and reason, and keeps the whole file out unless skipped. */
class CsvBarFilesBadRowsIT {

  private static final String GOOD =
      """
      time,open,high,low,close,volume,spread
      2019-03-01 10:00,1.1,1.2,1.0,1.15,7,0.0002
      2019-03-01 11:00,1.1,1.2,1.0,1.15,7,0.0002
      2019-03-01 12:00,1.1,1.2,1.0,1.15,7,0.0002
      """;

  @TempDir Path folder;
  private ImportedFiles files;

  @BeforeEach
  void begin() {
    files = new ImportedFiles(folder);
  }

  private ImportRequest rows(String more) throws IOException {
    return request(files.plain("rows.csv", GOOD + more), "EURUSD", Timeframe.H1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2019-03-01 13:00,,1.2,1.0,1.15,7,0 | open | is empty",
        "2019-03-01 13:00,NaN,1.2,1.0,1.15,7,0 | open | 'NaN' is no number",
        "2019-03-01 13:00,1.1,Infinity,1.0,1.15,7,0 | high | 'Infinity' is no number",
        "2019-03-01 13:00,1.1,1e999,1.0,1.15,7,0 | high | '1e999' is no number",
        "2019-03-01 13:00,1.1,1e99,1.0,1.15,7,0 | high | 1.0E99 is no price",
        "2019-03-01 13:00,1.1,0x1p3,1.0,1.15,7,0 | high | '0x1p3' is no number",
        "2019-03-01 13:00,1.1,1.2,1.0d,1.15,7,0 | low | '1.0d' is no number",
        "2019-03-01 13:00,1.1,1.2,0,1.15,7,0 | low | 0.0 is no price",
        "2019-03-01 13:00,1.1,1.2,1e-20,1.15,7,0 | low | 1.0E-20 is no price",
        "2019-03-01 13:00,1.1,1.2,1.0,-1.15,7,0 | close | -1.15 is no price",
        "2019-03-01 13:00,1.1,1.12,1.0,1.15,7,0 | high | 1.12 is below open or close 1.15",
        "2019-03-01 13:00,1.1,1.2,1.11,1.15,7,0 | low | 1.11 is above open or close 1.1",
        "2019-03-01 13:00,1.1,1.2,1.0,1.15,-7,0 | volume | -7.0 is no volume",
        "2019-03-01 13:00,1.1,1.2,1.0,1.15,1e20,0 | volume | 1.0E20 is no volume",
        "2019-03-01 13:00,1.1,1.2,1.0,1.15,7,-1 | spread | -1.0 is no spread",
        "2019-03-01 13:00,1.1,1.2,1.0,1.15,7,1e20 | spread | 1.0E20 is no spread",
        "2019-03-01 13:00,1.1,1.2,1.0,1.15,7 | row | has 6 columns instead of 7",
        "2019-03-01 13:00,1.1,1.2,1.0,1.15,7,0,0 | row | has 8 columns instead of 7",
        "2019-02-29 13:00,1.1,1.2,1.0,1.15,7,0 | time | '2019-02-29 13:00' is no time",
        "2019-03-01 25:00,1.1,1.2,1.0,1.15,7,0 | time | '2019-03-01 25:00' is no time",
        "yesterday,1.1,1.2,1.0,1.15,7,0 | time | 'yesterday' is no time",
        "2019-03-01 13:30,1.1,1.2,1.0,1.15,7,0 | time"
            + " | 2019-03-01T13:30:00Z (utc) is off the grid of bars of 3600 s",
        "2031-03-01 13:00,1.1,1.2,1.0,1.15,7,0 | time"
            + " | 2031-03-01T13:00:00Z is in the future; is the clock not utc?",
        "2019-03-01 09:00,1.1,1.2,1.0,1.15,7,0 | time"
            + " | 2019-03-01T09:00:00Z is before 2019-03-01T12:00:00Z of line 4",
        "2019-03-01 12:00,1.1,1.2,1.0,1.16,7,0 | time"
            + " | line 4 has the same time and other prices",
      })
  void namesLineColumnAndReasonAndImportsNothing(String row, String column, String reason)
      throws IOException {
    ImportRequest request = rows(row + "\n2019-03-01 14:00,1.1,1.2,1.0,1.15,7,0\n");

    assertThat(files.refused(request))
        .isEqualTo(
            "1 of 5 rows are bad, nothing was imported; the first: line 5, column %s: %s"
                .formatted(column, reason));

    ImportReport report = files.imported(skippingBad(request));
    assertThat(report.rows().bad()).isEqualTo(1);
    assertThat(files.candles("EURUSD", Timeframe.H1)).hasSize(4);
  }

  @Test
  void countsBackwardTimeAndShowsTheFirstTwentyProblems() throws IOException {
    StringBuilder backward = new StringBuilder();
    for (int minute = 39; minute >= 10; minute--) {
      backward.append("2019-03-01 09:%02d,1.1,1.2,1.0,1.15,7,0\n".formatted(minute));
    }

    ImportResult result = files.run(rows(backward.toString()));

    ImportReport report =
        Objects.requireNonNull(((ImportResult.Refused) result).report(), "report");
    assertThat(report.rows().bad()).isEqualTo(30);
    assertThat(report.rows().backward()).isEqualTo(30);
    assertThat(report.rows().problems()).hasSize(20);
    assertThat(report.written()).isNull();
  }

  @Test
  void ignoresARowThatIsRepeated() throws IOException {
    ImportReport report = files.imported(rows("2019-03-01 12:00,1.1,1.2,1.0,1.15,7,0.0002\n"));

    assertThat(report.rows().duplicates()).isEqualTo(1);
    assertThat(report.rows().bad()).isZero();
    assertThat(files.candles("EURUSD", Timeframe.H1)).hasSize(3);
  }

  @Test
  void refusesAFileWhoseEveryRowIsBad() throws IOException {
    Path file =
        files.plain("bad.csv", "time,open,high,low,close\n2019-03-01 10:00,x,1.2,1.0,1.1\n");

    assertThat(files.refused(skippingBad(request(file, "EURUSD", Timeframe.H1))))
        .isEqualTo(
            "bad.csv has no good row; the first bad one: line 2, column open: 'x' is no number");
  }

  @Test
  void cutsAMessageAboutALongCell() throws IOException {
    assertThat(
            files.refused(
                rows("2019-03-01 13:00,%s,1.2,1.0,1.15,7,0\n".formatted("x".repeat(999)))))
        .endsWith("'" + "x".repeat(40) + "…' is no number");
  }

  @Test
  void importsTwiceAsOnceAndTakesACorrection() throws IOException {
    ImportRequest request = rows("");

    assertThat(written(files.imported(request))).isEqualTo(new UpsertResult(3, 0, 0));
    assertThat(written(files.imported(request))).isEqualTo(new UpsertResult(0, 0, 3));

    files.plain("rows.csv", GOOD.replace("12:00,1.1,", "12:00,1.12,"));
    assertThat(written(files.imported(request))).isEqualTo(new UpsertResult(0, 1, 2));
    assertThat(files.candles("EURUSD", Timeframe.H1).getLast().open()).isEqualTo(1.12);
  }

  private static UpsertResult written(ImportReport report) {
    return Objects.requireNonNull(report.written(), "written").candles();
  }
}
