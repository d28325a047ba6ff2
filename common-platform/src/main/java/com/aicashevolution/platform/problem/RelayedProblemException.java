package com.aicashevolution.platform.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A problem another of our services reported, handed on as it was said. */
public final class RelayedProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Map<String, @Nullable Object> body;

  public RelayedProblemException(int status, Map<String, @Nullable Object> body) {
    super("upstream answered " + status + ": " + body.get("detail"));
    this.status = status;
    this.body = new LinkedHashMap<>(body);
  }

  public int status() {
    return status;
  }

  /** The document, members in their order. */
  public Map<String, @Nullable Object> body() {
    return new LinkedHashMap<>(body);
  }

  /** The kind, where it is one of ours. */
  public ProblemType type() {
    return ProblemType.ofUri(String.valueOf(body.get("type"))).orElse(ProblemType.UPSTREAM_FAILED);
  }
}
