package com.aicashevolution.platform.problem.web;

import com.aicashevolution.platform.json.web.StrictJson;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemType;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in the caller's words why a JSON body could not be read. */
public final class UnreadableBody {

  private UnreadableBody() {}

  /** The problem that {@code cause} is; null stands for a missing body. */
  public static Problem explain(@Nullable Throwable cause) {
    return switch (cause) {
      case BodyLimit.TooLarge tooLarge ->
          Problem.of(ProblemType.PAYLOAD_TOO_LARGE, tooLarge.sentence());
      case StreamConstraintsException tooDeep ->
          invalid(
              "The body exceeds what is read: at most "
                  + StrictJson.MAX_DEPTH
                  + " levels of nesting and "
                  + StrictJson.MAX_NUMBER_LENGTH
                  + " characters a number"
                  + position(tooDeep));
      case UnrecognizedPropertyException unknown ->
          Problem.invalid(path(unknown), null, "is not a known field; known are " + known(unknown));
      case InvalidFormatException format ->
          Problem.invalid(path(format), format.getValue(), expectation(format));
      case ValueInstantiationException refused
          when refused.getCause() instanceof IllegalArgumentException reason ->
          Problem.invalid(path(refused), null, String.valueOf(reason.getMessage()));
      case MismatchedInputException mismatch when mismatch.getPath().isEmpty() ->
          invalid("The body must be " + nameOf(mismatch.getTargetType()) + position(mismatch));
      case MismatchedInputException mismatch ->
          Problem.invalid(path(mismatch), null, "must be " + nameOf(mismatch.getTargetType()));
      case JsonMappingException mapping when mapping.getCause() instanceof BodyLimit.TooLarge big ->
          Problem.of(ProblemType.PAYLOAD_TOO_LARGE, big.sentence());
      case JsonMappingException mapping
          when mapping.getCause() instanceof JsonProcessingException syntax && syntax != mapping ->
          explain(syntax);
      case JsonMappingException mapping when !mapping.getPath().isEmpty() ->
          Problem.invalid(path(mapping), null, "cannot be read");
      case JsonProcessingException syntax
          when syntax.getOriginalMessage().startsWith("Duplicate") ->
          invalid(syntax.getOriginalMessage() + position(syntax));
      case JsonProcessingException syntax -> invalid("The body is not JSON" + position(syntax));
      case null, default -> invalid("A JSON body is required");
    };
  }

  private static Problem invalid(String sentence) {
    return Problem.of(ProblemType.INVALID_REQUEST, sentence);
  }

  private static String position(JsonProcessingException exception) {
    JsonLocation at = exception.getLocation();
    return at == null || at.getLineNr() < 1
        ? ""
        : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }

  /** For example {@code [3].indicators.rsi_value}. */
  private static String path(JsonMappingException exception) {
    StringBuilder path = new StringBuilder();
    for (JsonMappingException.Reference reference : exception.getPath()) {
      if (reference.getFieldName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
      }
    }
    return path.isEmpty() ? "body" : path.toString();
  }

  private static String known(UnrecognizedPropertyException unknown) {
    Collection<Object> names = unknown.getKnownPropertyIds();
    return names == null
        ? "none"
        : names.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
  }

  private static String expectation(InvalidFormatException format) {
    Class<?> type = format.getTargetType();
    String ours = format.getOriginalMessage();
    int marker = ours.indexOf(": ", ours.indexOf("from "));
    if (type != null && type.isEnum()) {
      return "must be " + nameOf(type);
    }
    if (type != null && type.getName().startsWith("com.aicashevolution.") && marker > 0) {
      return ours.substring(marker + 2);
    }
    return "must be " + nameOf(type);
  }

  private static String nameOf(@Nullable Class<?> type) {
    if (type == null) {
      return "of another type";
    }
    if (type.isEnum()) {
      return "one of "
          + Arrays.stream(type.getEnumConstants())
              .map(String::valueOf)
              .collect(Collectors.joining(", "));
    }
    if (type == double.class
        || type == float.class
        || type == Double.class
        || type == Float.class) {
      return "a finite number";
    }
    if (type == int.class || type == long.class || type == Integer.class || type == Long.class) {
      return "a whole number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == java.time.Instant.class) {
      return "an instant such as 2026-11-21T08:00:00Z";
    }
    if (type == String.class || type.getName().startsWith("com.aicashevolution.market.")) {
      return "a string";
    }
    if (type.isArray() || List.class.isAssignableFrom(type)) {
      return "an array";
    }
    return Map.class.isAssignableFrom(type) || type.isRecord() ? "an object" : "of another type";
  }
}
