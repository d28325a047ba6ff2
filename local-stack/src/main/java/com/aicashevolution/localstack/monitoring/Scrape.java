package com.aicashevolution.localstack.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a service tells Prometheus: the series of its text exposition format, version 0.0.4. */
public record Scrape(List<Series> series) {

  private static final Pattern SAMPLE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\",?");

  /** One series and its value. */
  public record Series(String name, Map<String, String> labels, double value) {}

  /**
   * Reads the answer to a scrape.
   *
   * @throws IllegalArgumentException naming a line that is no sample
   */
  public static Scrape parse(String text) {
    List<Series> series = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      Matcher sample = SAMPLE.matcher(line);
      if (!sample.matches()) {
        throw new IllegalArgumentException("no sample: " + line);
      }
      series.add(new Series(sample.group(1), labels(sample.group(2)), value(sample.group(3))));
    }
    return new Scrape(List.copyOf(series));
  }

  public Set<String> names() {
    return series.stream().map(Series::name).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The series of that name. */
  public List<Series> of(String name) {
    return series.stream().filter(each -> each.name().equals(name)).toList();
  }

  /** The values {@code label} has in the series of that name. */
  public Set<String> values(String name, String label) {
    return of(name).stream()
        .map(each -> each.labels().getOrDefault(label, ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of the labels of that name's series, all of which must have the same. */
  public Set<String> labelsOf(String name) {
    Set<Set<String>> keys =
        of(name).stream()
            .map(each -> new TreeSet<>(each.labels().keySet()))
            .collect(Collectors.toSet());
    if (keys.size() != 1) {
      throw new IllegalArgumentException(name + " has series with the labels " + keys);
    }
    return keys.iterator().next();
  }

  private static Map<String, String> labels(@Nullable String text) {
    Map<String, String> labels = new TreeMap<>();
    if (text != null) {
      Matcher label = LABEL.matcher(text);
      while (label.find()) {
        labels.put(label.group(1), label.group(2));
      }
    }
    return labels;
  }

  private static double value(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
