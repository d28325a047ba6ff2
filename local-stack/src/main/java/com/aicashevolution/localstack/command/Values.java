package com.aicashevolution.localstack.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a person typed, as the wire wants it. */
final class Values {
  private Values() {}

  /** A number or a truth value where it reads as one, else text. */
  static JsonNode json(String typed) {
    if (typed.equals("true") || typed.equals("false")) {
      return JsonNodeFactory.instance.booleanNode(typed.equals("true"));
    }
    try {
      return JsonNodeFactory.instance.numberNode(new BigDecimal(typed));
    } catch (NumberFormatException e) {
      return JsonNodeFactory.instance.textNode(typed);
    }
  }

  /** One segment of a path. */
  static String segment(String typed) {
    return URLEncoder.encode(typed, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Sets a member that somebody typed; the service knows what it is otherwise. */
  static void putIfSet(ObjectNode request, String name, @Nullable String typed) {
    if (typed != null) {
      request.put(name, typed);
    }
  }
}
