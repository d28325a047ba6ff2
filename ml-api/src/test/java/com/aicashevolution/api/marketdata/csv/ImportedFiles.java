package com.aicashevolution.api.marketdata.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.api.marketdata.CandleFormat;
import com.aicashevolution.api.marketdata.CandleImport;
import com.aicashevolution.api.marketdata.ImportProgress;
import com.aicashevolution.api.marketdata.ImportReport;
import com.aicashevolution.api.marketdata.ImportRequest;
import com.aicashevolution.api.marketdata.ImportRequest.Interpretation;
import com.aicashevolution.api.marketdata.ImportResult;
import com.aicashevolution.api.marketdata.InMemoryCandleStore;
import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files a test writes, imported into a store of its own; it is always November 2026. */
final class ImportedFiles {

  private final Path folder;
  private final long mostBytes;
  final InMemoryCandleStore store = new InMemoryCandleStore();

  ImportedFiles(Path folder) {
    this(folder, 1L << 30);
  }

  ImportedFiles(Path folder, long mostBytes) {
    this.folder = folder;
    this.mostBytes = mostBytes;
  }

  Path plain(String name, String text) throws IOException {
    return bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  Path bytes(String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }

  Path gzip(String name, String text) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes(name, packed.toByteArray());
  }

  /** Entries by name, in the order of the map. */
  Path zip(String name, Map<String, String> entries) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(packed)) {
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes(name, packed.toByteArray());
  }

  ImportReport imported(Path file, Timeframe timeframe) throws IOException {
    return imported(file, "EURUSD", timeframe);
  }

  ImportReport imported(Path file, String symbol, Timeframe timeframe) throws IOException {
    return imported(request(file, symbol, timeframe));
  }

  ImportReport imported(ImportRequest request) throws IOException {
    ImportResult result = run(request);
    assertThat(result).isInstanceOf(ImportResult.Imported.class);
    return ((ImportResult.Imported) result).report();
  }

  /** Why {@code file} was refused as candles of an hour; nothing was written then. */
  String refused(Path file) throws IOException {
    return refused(request(file, "EURUSD", Timeframe.H1));
  }

  String refused(ImportRequest request) throws IOException {
    int before = store.upserts();
    ImportResult result = run(request);
    assertThat(result).isInstanceOf(ImportResult.Refused.class);
    assertThat(store.upserts()).as("writes").isEqualTo(before);
    return ((ImportResult.Refused) result).sentence();
  }

  ImportResult run(ImportRequest request) throws IOException {
    return new CandleImport(
            new CsvBarFiles(mostBytes),
            store,
            store.simulated(),
            Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC))
        .run(request, ImportProgress.SILENT);
  }

  List<Candle> candles(String symbol, Timeframe timeframe) {
    CandleSeries all = store.between(Symbol.of(symbol), timeframe, Instant.MIN, Instant.MAX);
    return IntStream.range(0, all.size()).mapToObj(all::candle).toList();
  }

  static ImportRequest request(Path file, String symbol, Timeframe timeframe) {
    return new ImportRequest(
        file, Symbol.of(symbol), timeframe, Optional.empty(), Interpretation.FIND_OUT, false);
  }

  static ImportRequest skippingBad(ImportRequest it) {
    return new ImportRequest(
        it.file(), it.symbol(), it.timeframe(), it.format(), it.interpretation(), true);
  }

  static ImportRequest writtenLike(CandleFormat format, ImportRequest it) {
    return new ImportRequest(
        it.file(),
        it.symbol(),
        it.timeframe(),
        Optional.of(format),
        it.interpretation(),
        it.skipBad());
  }

  static ImportRequest readAs(Interpretation interpretation, ImportRequest it) {
    return new ImportRequest(
        it.file(), it.symbol(), it.timeframe(), it.format(), interpretation, it.skipBad());
  }

  static Candle candle(
      String time,
      double open,
      double high,
      double low,
      double close,
      double volume,
      double spread) {
    return new Candle(Instant.parse(time), open, high, low, close, volume, spread, true);
  }
}
