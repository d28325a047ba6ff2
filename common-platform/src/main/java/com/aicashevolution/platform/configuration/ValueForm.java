package com.aicashevolution.platform.configuration;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.platform.persistence.DatabaseUrl;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.boot.convert.DurationStyle;

/**
 * What the text of a variable must look like.
 *
 * @param expected what is expected, in words that follow "expected"
 * @param read returns the text as Spring shall bind it; throws {@link IllegalArgumentException},
 *     whose message never holds the text: it may be a secret
 */
record ValueForm(String expected, UnaryOperator<String> read) {

  static final ValueForm TEXT = new ValueForm("a text", text -> text);

  static final ValueForm WHOLE_NUMBER =
      new ValueForm("a whole number", text -> Long.toString(Long.parseLong(text)));

  static final ValueForm NUMBER =
      new ValueForm(
          "a number",
          text -> {
            require(Double.isFinite(Double.parseDouble(text)), "it is not finite");
            return text;
          });

  static final ValueForm RATIO =
      new ValueForm(
          "a number in [0, 1]",
          text -> {
            double ratio = Double.parseDouble(text);
            require(ratio >= 0 && ratio <= 1, "it is out of range");
            return text;
          });

  static final ValueForm PORT =
      new ValueForm(
          "a port in [0, 65535]",
          text -> {
            int port = Integer.parseInt(text);
            require(port >= 0 && port <= 65_535, "it is out of range");
            return Integer.toString(port);
          });

  static final ValueForm FLAG =
      new ValueForm(
          "true or false",
          text ->
              switch (text.toLowerCase(Locale.ROOT)) {
                case "true", "yes", "on", "1" -> "true";
                case "false", "no", "off", "0" -> "false";
                default -> throw new IllegalArgumentException("it is neither");
              });

  /** A bare number is seconds, as people have always written it. */
  static final ValueForm DURATION =
      new ValueForm(
          "a duration such as 60s, 5m or PT1H, or a number of seconds",
          text -> {
            Duration duration =
                text.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(text))
                    : DurationStyle.detectAndParse(text);
            require(!duration.isNegative(), "it is negative");
            return duration.toString();
          });

  static final ValueForm HTTP_URL =
      new ValueForm(
          "an http:// or https:// URL",
          text -> {
            requireUrl(text, List.of("http", "https"));
            return text.replaceAll("/+$", "");
          });

  /** The collector's address as OpenTelemetry defines the variable: traces have a path below it. */
  static final ValueForm OTLP_ENDPOINT =
      new ValueForm(
          "the http:// or https:// URL of an OpenTelemetry collector",
          text -> HTTP_URL.read().apply(text) + "/v1/traces");

  static final ValueForm REDIS_URL =
      new ValueForm(
          "a redis:// or rediss:// URL",
          text -> {
            requireUrl(text, List.of("redis", "rediss"));
            return text;
          });

  static final ValueForm DATABASE_URL =
      new ValueForm(
          "a PostgreSQL URL",
          text -> {
            DatabaseUrl.of(text);
            return text;
          });

  static final ValueForm SYMBOLS =
      new ValueForm(
          "symbols of six upper-case letters, separated by commas",
          text ->
              Arrays.stream(text.split(","))
                  .map(symbol -> Symbol.of(symbol.strip()).code())
                  .distinct()
                  .collect(Collectors.joining(",")));

  static final ValueForm SERVICE_KEY =
      new ValueForm(
          "a secret of at least 32 characters",
          text -> {
            require(text.length() >= 32, "it has " + text.length() + " characters");
            return text;
          });

  /** Spring Boot knows the plain form as no structure at all. */
  static final ValueForm LOG_FORMAT =
      new ValueForm(
          "plain or ecs",
          text ->
              switch (text.toLowerCase(Locale.ROOT)) {
                case "plain" -> "";
                case "ecs" -> "ecs";
                default -> throw new IllegalArgumentException("it is neither");
              });

  static ValueForm oneOf(String... choices) {
    return new ValueForm(
        "one of " + String.join(", ", choices),
        text -> {
          String lowerCase = text.toLowerCase(Locale.ROOT);
          require(List.of(choices).contains(lowerCase), "it is none of them");
          return lowerCase;
        });
  }

  @SuppressWarnings("UnusedException") // its message holds the text, which may be a secret
  private static void requireUrl(String text, List<String> schemes) {
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("it is not a URL");
    }
    require(
        uri.getScheme() != null && schemes.contains(uri.getScheme().toLowerCase(Locale.ROOT)),
        "its scheme is not " + String.join(" or ", schemes));
    require(uri.getHost() != null, "it names no host");
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }
}
