package com.aicashevolution.platform.observability;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.MDC;

/**
 * What a log line can say of its subject beside the {@link RequestId}: members of the JSON form and
 * attributes of the request's span, under the same names. A line has them from the request it
 * belongs to, or from its own message where that says {@code model_version={}}. Thread-confined.
 */
public enum LogField {
  SYMBOL("symbol"),
  MODEL_VERSION("model_version"),
  PREDICTION_ID("prediction_id"),
  TRAINING_ID("training_id");

  private final String key;

  LogField(String key) {
    this.key = key;
  }

  public String key() {
    return key;
  }

  /** Says it in every line of this thread, until the request ends. */
  public void note(Object value) {
    MDC.put(key, value.toString());
  }

  /** The field of that name. */
  public static Optional<LogField> named(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
  }

  /** What this thread's lines say now, the request's id included. */
  public static Map<String, String> current() {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String key : keys()) {
      String value = MDC.get(key);
      if (value != null) {
        fields.put(key, value);
      }
    }
    return fields;
  }

  /** Ends what was noted. */
  public static void clear() {
    keys().forEach(MDC::remove);
  }

  private static List<String> keys() {
    return List.of(
        RequestId.LOG_KEY, SYMBOL.key, MODEL_VERSION.key, PREDICTION_ID.key, TRAINING_ID.key);
  }
}
