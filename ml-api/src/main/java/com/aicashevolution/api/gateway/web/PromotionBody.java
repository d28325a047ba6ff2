package com.aicashevolution.api.gateway.web;

import com.aicashevolution.platform.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A wish to move traffic, from the query, the body, or both. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PromotionBody(
    @Nullable Integer trafficPercentage, @Nullable Boolean force, @Nullable String reason) {

  private static final int MAX_REASON = 500;

  /** This and {@code other} together; refused where they say different things. */
  PromotionBody joinedWith(@Nullable PromotionBody other) {
    return other == null
        ? this
        : new PromotionBody(
            join("traffic_percentage", trafficPercentage, other.trafficPercentage),
            join("force", force, other.force),
            join("reason", reason, other.reason));
  }

  /** This, if it can be sent on. */
  PromotionBody checked() {
    if (trafficPercentage == null) {
      throw ProblemException.invalid("traffic_percentage", null, "must be given, in [0, 100]");
    }
    if (trafficPercentage < 0 || trafficPercentage > 100) {
      throw ProblemException.invalid(
          "traffic_percentage", trafficPercentage, "must be in [0, 100], was " + trafficPercentage);
    }
    if (reason != null && reason.length() > MAX_REASON) {
      throw ProblemException.invalid(
          "reason",
          null,
          "must have at most " + MAX_REASON + " characters, had " + reason.length());
    }
    return this;
  }

  private static <T> @Nullable T join(String field, @Nullable T query, @Nullable T body) {
    if (query != null && body != null && !Objects.equals(query, body)) {
      throw ProblemException.invalid(
          field, body, "must not differ between query and body: " + query + " and " + body);
    }
    return query == null ? body : query;
  }
}
