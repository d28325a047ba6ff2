package com.aicashevolution.platform.observability.logback;

import ch.qos.logback.classic.spi.ILoggingEvent;
import com.aicashevolution.platform.observability.LogField;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * Makes members of what our messages say as {@code name={}}, for the names of {@link LogField}: so
 * that {@code event=model_loaded model_version={}} is found by its version, with nothing written
 * twice at the place that logs. Other names stay in the message: an index has to bound its fields.
 */
public final class EventFields implements StructuredLoggingJsonMembersCustomizer<ILoggingEvent> {

  private static final Pattern PARAMETER = Pattern.compile("(?:([a-z_]+)=)?\\{}");

  @Override
  public void customize(JsonWriter.Members<ILoggingEvent> members) {
    members.from(EventFields::of).usingPairs(Map::forEach);
  }

  /** What the message of {@code event} says and its thread does not say already. */
  static Map<String, String> of(ILoggingEvent event) {
    Object @Nullable [] arguments = event.getArgumentArray();
    Map<String, String> fields = new LinkedHashMap<>();
    if (arguments == null) {
      return fields;
    }
    Matcher parameter = PARAMETER.matcher(event.getMessage());
    for (int i = 0; i < arguments.length && parameter.find(); i++) {
      String name = parameter.group(1);
      Object value = arguments[i];
      if (name != null
          && value != null
          && LogField.named(name).isPresent()
          && !event.getMDCPropertyMap().containsKey(name)) {
        fields.putIfAbsent(name, value.toString());
      }
    }
    return fields;
  }
}
