package com.aicashevolution.api.marketdata.csv;

import com.aicashevolution.api.marketdata.BarFiles;
import com.aicashevolution.api.marketdata.CandleFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opens delimited files, plain or packed. Thread-safe. */
public final class CsvBarFiles implements BarFiles {

  private final long mostBytes;

  /**
   * @param mostBytes the largest text to read, unpacked
   */
  public CsvBarFiles(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  public Opening open(Path path, Optional<CandleFormat> format) throws IOException {
    PackedFile file;
    try {
      file = PackedFile.of(path, mostBytes);
    } catch (PackedFile.AmbiguousArchiveException e) {
      return new Opening.Refused(e.sentence());
    }
    FileHead head = FileHead.of(file);
    if (head.rows().isEmpty()) {
      return new Opening.Refused(file.name() + " has no rows");
    }
    if (isTicks(head)) {
      return new Opening.Refused(
          file.name() + " holds ticks, not bars: export bars of one minute or longer");
    }
    return format.map(said -> as(said, file, head)).orElseGet(() -> recognize(file, head));
  }

  private static Opening as(CandleFormat said, PackedFile file, FileHead head) {
    return LayoutRules.layout(said, head)
        .map(layout -> opened(file, head, layout))
        .orElseGet(
            () ->
                new Opening.Refused(
                    "%s is not written like %s (%s): it begins %s; try --format auto"
                        .formatted(file.name(), said.wireName(), said.description(), begin(head))));
  }

  private static Opening recognize(PackedFile file, FileHead head) {
    List<CsvLayout> special =
        Arrays.stream(CandleFormat.values())
            .filter(format -> format != CandleFormat.GENERIC)
            .flatMap(format -> LayoutRules.layout(format, head).stream())
            .filter(layout -> !isContradicted(layout.format(), head))
            .toList();
    if (special.size() > 1) {
      List<String> names = special.stream().map(layout -> layout.format().wireName()).toList();
      return new Opening.Refused(
          "%s can be %s, which look alike and differ in their clock: say --format"
              .formatted(file.name(), String.join(" or ", names)));
    }
    return special.stream()
        .findFirst()
        .or(() -> LayoutRules.layout(CandleFormat.GENERIC, head))
        .map(layout -> opened(file, head, layout))
        .orElseGet(
            () ->
                new Opening.Refused(
                    "the format of %s is none of %s: it begins %s"
                        .formatted(file.name(), CandleFormat.wireNames(), begin(head))));
  }

  /** HistData and MetaTrader 4 write the same rows, but only one of them counts ticks. */
  private static boolean isContradicted(CandleFormat format, FileHead head) {
    boolean hasVolume = head.rows().stream().anyMatch(row -> isPositive(row.getLast()));
    boolean sixDecimals =
        head.rows().stream().allMatch(row -> row.size() > 2 && row.get(2).matches("\\d+\\.\\d{6}"));
    boolean named = head.name().toUpperCase(Locale.ROOT).startsWith("DAT_MT");
    return switch (format) {
      case HISTDATA_MT -> hasVolume;
      case MT4 -> !hasVolume && (named || sixDecimals);
      default -> false;
    };
  }

  private static boolean isPositive(String volume) {
    return volume.matches("\\d+(\\.\\d+)?") && !volume.matches("0+(\\.0+)?");
  }

  private static boolean isTicks(FileHead head) {
    boolean metaTrader = head.hasColumns("bid", "ask", "last");
    boolean histData =
        !head.hasHeader() && head.width() <= 5 && head.cell(0).matches("\\d{8} \\d{9}");
    return metaTrader || histData;
  }

  private static String begin(FileHead head) {
    List<String> cells = head.hasHeader() ? head.header() : head.rows().getFirst();
    String text = String.join(" | ", cells);
    return "'" + (text.length() > 80 ? text.substring(0, 80) + "…" : text) + "'";
  }

  private static Opening opened(PackedFile file, FileHead head, CsvLayout layout) {
    return new Opening.Opened(new CsvBarFile(file, head, layout));
  }
}
