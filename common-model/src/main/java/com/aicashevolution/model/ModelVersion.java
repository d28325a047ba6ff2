package com.aicashevolution.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

/**
 * Name of one published model: {@code vYYYYMMDD_HHMMSS} in UTC, followed by {@code -line} when the
 * line is not global, for example {@code v20261121_020000-EURUSD}.
 *
 * @param value the whole name; safe as a path segment
 */
public record ModelVersion(String value) implements Comparable<ModelVersion> {

  private static final Pattern FORM = Pattern.compile("v\\d{8}_\\d{6}(-[A-Za-z][A-Za-z-]{0,31})?");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("'v'yyyyMMdd_HHmmss").withZone(ZoneOffset.UTC);

  public ModelVersion {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "model version must look like v20261121_020000 or v20261121_020000-EURUSD, was '"
              + value
              + "'");
    }
  }

  /** The version made for {@code line} at {@code instant}. */
  public static ModelVersion at(Instant instant, ModelLine line) {
    String stamp = STAMP.format(instant);
    return new ModelVersion(line.equals(ModelLine.GLOBAL) ? stamp : stamp + "-" + line.name());
  }

  @Override
  public int compareTo(ModelVersion other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
