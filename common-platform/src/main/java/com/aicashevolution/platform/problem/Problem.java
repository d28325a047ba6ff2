package com.aicashevolution.platform.problem;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a caller is told: the kind, a sentence about this occurrence, and members that help a
 * program to react.
 *
 * @param detail complete sentence for a person, with the offending number or name; never internals
 * @param members extension members beside the standard ones, in order
 */
public record Problem(ProblemType type, String detail, Map<String, @Nullable Object> members) {

  /** Longest caller-supplied value that is repeated to the caller. */
  private static final int MAX_ECHO = 100;

  public Problem {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }

  public static Problem of(ProblemType type, String detail) {
    return new Problem(type, detail, Map.of());
  }

  /**
   * An invalid field: its JSON path or parameter name, what was sent, and what is wrong with it.
   */
  public static Problem invalid(String field, @Nullable Object value, String message) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("field", field);
    if (value != null) {
      members.put("value", echo(value));
    }
    members.put("errors", List.of(new FieldError(field, message)));
    return new Problem(ProblemType.INVALID_REQUEST, sentence(field, message), members);
  }

  /** Several invalid fields at once; {@code errors} must not be empty. */
  public static Problem invalid(List<FieldError> errors) {
    FieldError first = errors.getFirst();
    String more = errors.size() == 1 ? "" : " (and " + (errors.size() - 1) + " more)";
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("field", first.field());
    members.put("errors", List.copyOf(errors));
    return new Problem(
        ProblemType.INVALID_REQUEST, sentence(first.field(), first.message()) + more, members);
  }

  /** This problem with one more member. */
  public Problem with(String name, @Nullable Object value) {
    Map<String, @Nullable Object> more = new LinkedHashMap<>(members);
    more.put(name, value);
    return new Problem(type, detail, more);
  }

  private static String sentence(String field, String message) {
    return message.startsWith("must ") ? field + " " + message : field + ": " + message;
  }

  private static String echo(Object value) {
    String text = String.valueOf(value);
    return text.length() <= MAX_ECHO ? text : text.substring(0, MAX_ECHO) + "…";
  }

  /** One field and what is wrong with it. */
  public record FieldError(String field, String message) {}
}
