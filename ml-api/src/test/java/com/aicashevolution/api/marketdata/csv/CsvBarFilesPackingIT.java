package com.aicashevolution.api.marketdata.csv;

import static com.aicashevolution.api.marketdata.csv.ImportedFiles.candle;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.market.Timeframe;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How files are packed and encoded, and what archives try. */
class CsvBarFilesPackingIT {

  private static final String ROW = "2019-03-01T10:00:00,True,1.1,1.2,1.0,1.15,7\n";

  @TempDir Path folder;
  private ImportedFiles files;

  @BeforeEach
  void begin() {
    files = new ImportedFiles(folder);
  }

  private void assertOneCandle() {
    assertThat(files.candles("EURUSD", Timeframe.H1))
        .containsExactly(candle("2019-03-01T10:00:00Z", 1.1, 1.2, 1.0, 1.15, 7, 0.00012));
  }

  @Test
  void readsPlainText() throws IOException {
    assertThat(files.imported(files.plain("a.csv", ROW), Timeframe.H1).file()).isEqualTo("a.csv");
    assertOneCandle();
  }

  @Test
  void knowsPackingByTheBytesAndNotByTheName() throws IOException {
    assertThat(files.imported(files.gzip("a.csv.gz", ROW), Timeframe.H1).file()).isEqualTo("a.csv");
    assertOneCandle();
    files.imported(files.gzip("really-gzip.csv", ROW), Timeframe.H1);
    files.imported(files.zip("really-zip.gz", Map.of("a.csv", ROW)), Timeframe.H1);
    files.imported(files.plain("really-text.zip", ROW), Timeframe.H1);
    assertOneCandle();
  }

  @Test
  void readsTheOneTableOfAnArchiveBesideOtherThings() throws IOException {
    Map<String, String> entries = new LinkedHashMap<>();
    entries.put("export/", "");
    entries.put("export/readme.txt", "not this");
    entries.put("__MACOSX/export/._candles.csv", "nor this");
    entries.put("export/candles.CSV", ROW);

    assertThat(files.imported(files.zip("a.zip", entries), Timeframe.H1).file())
        .isEqualTo("candles.CSV");
    assertOneCandle();
  }

  @Test
  void refusesToGuessWhichTableOfAnArchiveIsMeant() throws IOException {
    Map<String, String> two = Map.of("a.csv", ROW, "b.csv", ROW);

    assertThat(files.refused(files.zip("two.zip", two)))
        .isEqualTo("two.zip holds 2 files; unpack it and import them one by one");
    assertThat(files.refused(files.zip("none.zip", Map.of("a.exe", "MZ"))))
        .isEqualTo("none.zip holds no .csv file");
  }

  /** An entry's name is never a path here: it is read from the archive and written nowhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {"../../escaped.csv", "/etc/escaped.csv", "C:\\escaped.csv", "a/../../escaped.csv"})
  void writesNothingWhereAnArchivePointsTo(String entry) throws IOException {
    Path file = files.zip("trick.zip", Map.of(entry, ROW));

    assertThat(files.imported(file, Timeframe.H1).file()).endsWith("escaped.csv");

    assertOneCandle();
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
    assertThat(folder.resolve(entry.replace('\\', '/')).normalize()).doesNotExist();
  }

  @Test
  void stopsReadingATextLargerThanAllowed() throws IOException {
    ImportedFiles small = new ImportedFiles(folder, 1 << 20);
    String text = ROW.repeat((1 << 20) / ROW.length() + 1);

    for (Path file :
        List.of(
            small.plain("large.csv", text),
            small.gzip("large.csv.gz", text),
            small.zip("large.zip", Map.of("large.csv", text)))) {
      assertThatThrownBy(() -> small.imported(file, Timeframe.H1))
          .isInstanceOf(IOException.class)
          .hasMessage("large.csv is larger than 1 MiB; split it, or raise --max-mib");
    }
    assertThat(small.store.upserts()).isZero();
  }

  /** 64 MiB of believable rows in some 64 KiB: allowed by its size, not by its ratio. */
  @Test
  void stopsReadingABombHoweverMuchIsAllowed() throws IOException {
    String head = "time,open,high,low,close,remark\n";
    String row = "2019-03-01 10:00,1.1,1.2,1.0,1.15," + "x".repeat(8_000) + "\n";
    String text = head + row.repeat((64 << 20) / row.length());

    for (Path file :
        List.of(files.gzip("bomb.csv.gz", text), files.zip("bomb.zip", Map.of("bomb.csv", text)))) {
      assertThat(Files.size(file)).isLessThan(128 << 10);
      assertThatThrownBy(() -> files.imported(file, Timeframe.H1))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith(
              "bomb.csv unpacks to more than 32 MiB and 200 times its packed size")
          .hasMessageEndingWith("no table of prices packs so well; unpack it first");
    }
    assertThat(files.store.upserts()).isZero();
  }

  @Test
  void holdsNoEndlessLineInMemory() throws IOException {
    Path file = files.gzip("endless.csv.gz", ROW + "9".repeat(1 << 20));

    assertThatThrownBy(() -> files.imported(file, Timeframe.H1))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("endless.csv is no table: ");
  }

  @Test
  void saysThatAnArchiveIsDamaged() throws IOException {
    StringBuilder rows = new StringBuilder();
    for (int day = 10; day < 29; day++) {
      rows.append(ROW.replace("-01T", "-" + day + "T"));
    }
    byte[] gzip = Files.readAllBytes(files.gzip("whole.csv.gz", rows.toString()));
    byte[] zip = Files.readAllBytes(files.zip("whole.zip", Map.of("a.csv", rows.toString())));
    Path cutGzip = files.bytes("cut.csv.gz", Arrays.copyOf(gzip, gzip.length / 2));
    Path cutZip = files.bytes("cut.zip", Arrays.copyOf(zip, zip.length / 2));

    assertThatThrownBy(() -> files.imported(cutGzip, Timeframe.H1))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cut.csv.gz is damaged: ");
    assertThatThrownBy(() -> files.imported(cutZip, Timeframe.H1))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cut.zip is damaged: ");
    assertThat(files.store.upserts()).isZero();
  }

  @Test
  void refusesFilesWithoutRows() throws IOException {
    assertThat(files.refused(files.plain("empty.csv", ""))).isEqualTo("empty.csv has no rows");
    assertThat(files.refused(files.gzip("empty.csv.gz", ""))).isEqualTo("empty.csv has no rows");
    assertThat(files.refused(files.plain("blank.csv", "\r\n\r\n \n")))
        .isEqualTo("blank.csv has no rows");
    assertThat(files.refused(files.plain("head.csv", "time,open,high,low,close\n")))
        .isEqualTo("head.csv has no rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void readsTextWithAByteOrderMarkAndLineEndsOfWindows(String charset) throws IOException {
    String text =
        "\uFEFFtime,open,high,low,close,volume\r\n2019-03-01 10:00,1.1,1.2,1.0,1.15,7\r\n";

    files.imported(files.bytes("a.csv", text.getBytes(Charset.forName(charset))), Timeframe.H1);

    assertOneCandle();
  }

  @Test
  void readsALastLineWithoutEnd() throws IOException {
    files.imported(
        files.bytes("a.csv", ROW.strip().getBytes(StandardCharsets.US_ASCII)), Timeframe.H1);

    assertOneCandle();
  }
}
