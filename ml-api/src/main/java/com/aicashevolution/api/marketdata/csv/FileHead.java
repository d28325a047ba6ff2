package com.aicashevolution.api.marketdata.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The beginning of a file, from which its format is told.
 *
 * @param name of the file
 * @param separator between its cells
 * @param header cells of the first line in lower case, without quotes and angle brackets; empty
 *     where the first line is data
 * @param rows cells of the first lines of data
 */
record FileHead(String name, char separator, List<String> header, List<List<String>> rows) {

  private static final int BYTES = 1 << 16;
  private static final int LINES = 200;
  private static final char[] SEPARATORS = {'\t', ';', ','};

  static FileHead of(PackedFile file) throws IOException {
    byte[] bytes;
    try (InputStream in = file.open()) {
      bytes = in.readNBytes(BYTES);
    }
    return of(file.name(), bytes);
  }

  /** From the first {@value #BYTES} bytes of a file, or from all where it is shorter. */
  static FileHead of(String name, byte[] bytes) {
    String text = decode(bytes);
    // the last line may be cut off, unless it is the file's own
    int end = bytes.length == BYTES ? text.lastIndexOf('\n') : text.length();
    List<String> lines =
        text.substring(0, Math.max(0, end)).lines().filter(l -> !l.isBlank()).limit(LINES).toList();
    char separator = separatorOf(lines);
    List<List<String>> rows = lines.stream().map(line -> cells(line, separator)).toList();
    boolean hasHeader = !rows.isEmpty() && !startsWithDigit(rows.getFirst().getFirst());
    return new FileHead(
        name,
        separator,
        hasHeader ? rows.getFirst().stream().map(FileHead::columnName).toList() : List.of(),
        hasHeader ? rows.subList(1, rows.size()) : rows);
  }

  private static String decode(byte[] bytes) {
    Charset charset = StandardCharsets.UTF_8;
    int skip = 0;
    if (startsWith(bytes, 0xef, 0xbb, 0xbf)) {
      skip = 3;
    } else if (startsWith(bytes, 0xff, 0xfe)) {
      charset = StandardCharsets.UTF_16LE;
      skip = 2;
    } else if (startsWith(bytes, 0xfe, 0xff)) {
      charset = StandardCharsets.UTF_16BE;
      skip = 2;
    }
    return new String(bytes, skip, bytes.length - skip, charset);
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    for (int i = 0; i < prefix.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xff) != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  /** The separator that cuts the first line into most cells; a comma where none cuts. */
  private static char separatorOf(List<String> lines) {
    char best = ',';
    int most = 1;
    for (char candidate : SEPARATORS) {
      int cells = lines.isEmpty() ? 0 : cells(lines.getFirst(), candidate).size();
      if (cells > most) {
        best = candidate;
        most = cells;
      }
    }
    return best;
  }

  private static List<String> cells(String line, char separator) {
    return Arrays.stream(line.split(String.valueOf(separator), -1))
        .map(cell -> cell.replace("\"", "").strip())
        .toList();
  }

  private static String columnName(String cell) {
    return cell.replace("<", "").replace(">", "").toLowerCase(Locale.ROOT);
  }

  private static boolean startsWithDigit(String cell) {
    return !cell.isEmpty() && Character.isDigit(cell.charAt(0));
  }

  boolean hasHeader() {
    return !header.isEmpty();
  }

  boolean hasColumns(String... names) {
    return header.containsAll(Arrays.asList(names));
  }

  /** How many cells a line of data has. */
  int width() {
    return rows.isEmpty() ? header.size() : rows.getFirst().size();
  }

  /** Cell of the first line of data; empty where there is none. */
  String cell(int column) {
    return rows.isEmpty() || rows.getFirst().size() <= column ? "" : rows.getFirst().get(column);
  }
}
