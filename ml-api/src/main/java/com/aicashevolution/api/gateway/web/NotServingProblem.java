package com.aicashevolution.api.gateway.web;

import com.aicashevolution.api.gateway.PredictionResult.NotServing;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.registry.ModelRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells a caller that nothing serves, and why the newest candidate does not. */
final class NotServingProblem {

  private NotServingProblem() {}

  static Problem of(NotServing absent) {
    String sentence =
        "No model serves " + absent.symbol() + " on " + absent.timeframe() + " bars. ";
    return absent
        .newestCandidate()
        .map(
            newest ->
                Problem.of(ProblemType.MODEL_NOT_SERVING, sentence + why(newest))
                    .with("newest_candidate", describe(newest)))
        .orElseGet(
            () ->
                Problem.of(
                    ProblemType.MODEL_NOT_SERVING, sentence + "No version is known that could."));
  }

  private static String why(ModelRecord newest) {
    if (newest.status() == ModelStatus.REJECTED) {
      return "The newest candidate "
          + newest.version()
          + " was refused by the gate: "
          + String.join("; ", newest.gate().reasons());
    }
    return "The newest candidate " + newest.version() + " is " + newest.status();
  }

  private static Map<String, @Nullable Object> describe(ModelRecord newest) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("model_version", newest.version().value());
    members.put("line", newest.line().name());
    members.put("timeframe", newest.timeframe());
    members.put("status", newest.status());
    members.put("created_at", newest.createdAt());
    members.put("gate_passed", newest.gate().passed());
    members.put("reasons", newest.gate().reasons());
    return members;
  }
}
