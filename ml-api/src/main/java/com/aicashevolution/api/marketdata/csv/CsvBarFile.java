package com.aicashevolution.api.marketdata.csv;

import com.aicashevolution.api.marketdata.BarFile;
import com.aicashevolution.api.marketdata.CandleFormat;
import com.aicashevolution.api.marketdata.QuoteSide;
import com.aicashevolution.api.marketdata.RawBar;
import com.aicashevolution.api.marketdata.RowProblem;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A delimited file whose layout is known. Thread-safe; every reading opens it anew. */
final class CsvBarFile implements BarFile {

  /** No cell of a price table is longer; a file without line ends must not be held in memory. */
  private static final int LONGEST_CELL = 1 << 16;

  private final PackedFile file;
  private final FileHead head;
  private final CsvLayout layout;

  CsvBarFile(PackedFile file, FileHead head, CsvLayout layout) {
    this.file = file;
    this.head = head;
    this.layout = layout;
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public CandleFormat format() {
    return layout.format();
  }

  @Override
  public Optional<QuoteSide> side() {
    return layout.side();
  }

  @Override
  public void read(RowHandler handler) throws IOException {
    CsvRow reader = new CsvRow(layout);
    try (InputStream in = file.open();
        CsvReader<CsvRecord> rows = open(in)) {
      boolean isHeader = head.hasHeader();
      for (CsvRecord row : rows) {
        if (!isHeader) {
          handle(reader, row, handler);
        }
        isHeader = false;
      }
    } catch (CsvParseException e) {
      throw new IOException(name() + " is no table: " + e.getMessage(), e);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private CsvReader<CsvRecord> open(InputStream in) {
    return CsvReader.builder()
        .fieldSeparator(head.separator())
        .maxBufferSize(LONGEST_CELL)
        .detectBomHeader(true)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .ofCsvRecord(in, StandardCharsets.UTF_8);
  }

  private static void handle(CsvRow reader, CsvRecord row, RowHandler handler) {
    RawBar bar;
    try {
      bar = reader.read(row);
    } catch (BadRowException e) {
      handler.bad(new RowProblem(row.getStartingLineNumber(), e.column(), e.reason()));
      return;
    }
    handler.bar(bar);
  }
}
