package com.aicashevolution.platform.observability;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Names one request in every log line, answer and upstream call it causes.
 *
 * @param value 8 to 64 letters, digits, dots, dashes, underscores or colons: safe in logs and
 *     headers
 */
public record RequestId(String value) {

  /** Header it travels in, both ways. */
  public static final String HEADER = "X-Request-ID";

  /** Key under which log lines carry it. */
  public static final String LOG_KEY = "request_id";

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{8,64}");

  public RequestId {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "request id must be 8 to 64 characters of A-Z a-z 0-9 . _ : -, had " + value.length());
    }
  }

  /** The caller's id where it is usable, else {@code fallback}. */
  public static RequestId acceptOr(@Nullable String offered, UUID fallback) {
    return offered != null && FORM.matcher(offered).matches()
        ? new RequestId(offered)
        : new RequestId(fallback.toString());
  }

  /** The id of the request this thread is answering. */
  public static Optional<RequestId> current() {
    String value = MDC.get(LOG_KEY);
    return value == null ? Optional.empty() : Optional.of(new RequestId(value));
  }
}
