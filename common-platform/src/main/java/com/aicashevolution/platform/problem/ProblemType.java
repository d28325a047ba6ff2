package com.aicashevolution.platform.problem;

import java.util.Arrays;
import java.util.Optional;

/** Every kind of answer that is not a success; the name on the wire never changes. */
public enum ProblemType {
  INVALID_REQUEST("invalid-request", 400, "The request is not valid"),
  UNAUTHENTICATED("unauthenticated", 401, "An API key is required"),
  FORBIDDEN("forbidden", 403, "The API key may not do this"),
  NOT_FOUND("not-found", 404, "There is no such resource"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "The resource has no such method"),
  NOT_ACCEPTABLE("not-acceptable", 406, "No acceptable representation"),
  TRAINING_IN_PROGRESS("training-in-progress", 409, "A training run is in progress"),
  MODEL_REJECTED("model-rejected", 409, "The gate refused this version"),
  CONFLICT("conflict", 409, "The state of the resource does not allow this"),
  NOT_REPLAYABLE("not-replayable", 409, "The prediction cannot be replayed"),
  NOT_EXPLAINABLE("not-explainable", 409, "The prediction cannot be explained"),
  PAYLOAD_TOO_LARGE("payload-too-large", 413, "The request body is too large"),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The media type is not supported"),
  NOT_ENOUGH_HISTORY("not-enough-history", 422, "There are not enough candles"),
  TOO_MANY_REQUESTS("too-many-requests", 429, "Too much is asked at once"),
  INTERNAL("internal", 500, "Something broke on our side"),
  UPSTREAM_FAILED("upstream-failed", 502, "A service behind this one failed"),
  MODEL_NOT_SERVING("model-not-serving", 503, "No model serves this request"),
  UNAVAILABLE("unavailable", 503, "A dependency is unavailable"),
  UPSTREAM_TIMEOUT("upstream-timeout", 504, "A service behind this one took too long");

  private final String slug;
  private final int status;
  private final String title;

  ProblemType(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
  }

  /** Value of {@code type}: {@code urn:ml-trading:problem:} and the slug. */
  public String uri() {
    return "urn:ml-trading:problem:" + slug;
  }

  /** The kind with this {@code type}; empty for a foreign one. */
  public static Optional<ProblemType> ofUri(String uri) {
    return Arrays.stream(values()).filter(type -> type.uri().equals(uri)).findFirst();
  }

  public String slug() {
    return slug;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }
}
