package com.aicashevolution.indicator;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Columns of the optional reference vectors beside the project, {@code ../shared/data/vectors};
 * tests that ask for them are skipped where they are absent. A missing value is NaN.
 */
final class ReferenceVectors {

  private static final Path ROOT =
      Path.of(System.getProperty("project.root", "."), "..", "shared", "data", "vectors")
          .normalize();

  private ReferenceVectors() {}

  /** Values of {@code key} in the array of flat objects that {@code file} holds. */
  static double[] json(String file, String key) {
    Matcher matcher = Pattern.compile("\"" + key + "\":\\s*(null|[-+.eE0-9]+)").matcher(text(file));
    return matcher.results().mapToDouble(match -> number(match.group(1))).toArray();
  }

  /** Values of the column headed {@code name} in a comma-separated file. */
  static double[] csv(String file, String name) {
    List<String[]> rows =
        text(file).lines().map(line -> line.replace("\uFEFF", "").split(",", -1)).toList();
    int column = Arrays.asList(rows.getFirst()).indexOf(name);
    return rows.stream().skip(1).mapToDouble(row -> number(row[column])).toArray();
  }

  private static double number(String text) {
    return text.isBlank() || text.equals("null") ? Double.NaN : Double.parseDouble(text);
  }

  private static String text(String file) {
    Path path = ROOT.resolve(file);
    assumeTrue(Files.exists(path), "optional reference vectors are not here: " + path);
    try (Stream<String> lines = Files.lines(path)) {
      return String.join("\n", lines.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
