package com.aicashevolution.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serial;

/** A service said no; the message is its problem detail as a person reads it. */
public final class Refused extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  private final int status;
  private final String type;

  Refused(ApiClient.Answer answer) {
    super(sentence(answer));
    this.status = answer.status();
    String full = answer.body().path("type").asText("");
    this.type = full.substring(Math.max(full.lastIndexOf('/'), full.lastIndexOf(':')) + 1);
  }

  public int status() {
    return status;
  }

  /** The last part of the problem's type, {@code model-not-serving} say; empty if there is none. */
  public String type() {
    return type;
  }

  private static String sentence(ApiClient.Answer answer) {
    JsonNode problem = answer.body();
    String what = problem.path("detail").asText(problem.path("title").asText(answer.text()));
    StringBuilder sentence = new StringBuilder(what + " (HTTP " + answer.status());
    if (problem.hasNonNull("request_id")) {
      sentence.append(", request ").append(problem.get("request_id").asText());
    }
    sentence.append(")");
    for (JsonNode error : problem.path("errors")) {
      sentence.append("\n  ").append(error.path("field").asText());
      sentence.append(": ").append(error.path("message").asText());
    }
    return sentence.toString();
  }
}
