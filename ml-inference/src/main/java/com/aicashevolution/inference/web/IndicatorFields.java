package com.aicashevolution.inference.web;

import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.inference.window.IndicatorBounds;
import com.aicashevolution.platform.problem.Problem.FieldError;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads posted indicators by their wire names, collecting what is wrong with each. */
final class IndicatorFields {

  private IndicatorFields() {}

  /**
   * The legal ones of {@code posted}.
   *
   * @param path of the object in the body, for messages
   * @param errors receives the others
   */
  static Map<IndicatorName, Double> read(
      String path, Map<String, @Nullable Double> posted, List<FieldError> errors) {
    Map<IndicatorName, Double> values = new EnumMap<>(IndicatorName.class);
    posted.forEach(
        (wireName, value) -> {
          String field = path + "." + wireName;
          IndicatorName name = IndicatorName.byWireName(wireName).orElse(null);
          if (name == null) {
            errors.add(
                new FieldError(
                    field,
                    "is not a known indicator; known are "
                        + String.join(", ", IndicatorName.wireNames())));
          } else if (value == null) {
            errors.add(new FieldError(field, "must be a number, was null"));
          } else {
            IndicatorBounds.problemWith(name, value)
                .ifPresentOrElse(
                    problem -> errors.add(new FieldError(field, problem)),
                    () -> values.put(name, value));
          }
        });
    return values;
  }

  /** Notes every indicator that {@code values} lacks. */
  static void requireAll(
      String path, Map<String, @Nullable Double> posted, List<FieldError> errors) {
    for (String wireName : IndicatorName.wireNames()) {
      if (!posted.containsKey(wireName)) {
        errors.add(
            new FieldError(
                path + "." + wireName,
                "must be given: a sequence says all seventeen of every bar"));
      }
    }
  }
}
