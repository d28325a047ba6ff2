package com.aicashevolution.inference.web;

import com.aicashevolution.inference.engine.LoadResult;
import com.aicashevolution.inference.engine.Refusal;
import com.aicashevolution.inference.explain.ExplanationResult;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemType;
import java.util.Optional;

/** Says in a problem why an answer has no explanation. */
final class ExplanationProblems {

  private ExplanationProblems() {}

  /** The problem of {@code result}; empty where it is an explanation. */
  static Optional<Problem> of(ExplanationResult result) {
    return switch (result) {
      case ExplanationResult.Explained explained -> Optional.empty();
      case ExplanationResult.NoBackground(ModelVersion version) ->
          Optional.of(
              problem(
                  version,
                  "NO_BACKGROUND",
                  "Version "
                      + version
                      + " was published without the windows its answers are explained against"));
      case ExplanationResult.Busy(int atOnce) ->
          Optional.of(
              Problem.of(
                      ProblemType.TOO_MANY_REQUESTS,
                      "All %d explanations that run at once are under way".formatted(atOnce))
                  .with("retry_after_seconds", 1));
      case ExplanationResult.NotTheAnswer(String why) ->
          Optional.of(
              Problem.of(
                      ProblemType.NOT_EXPLAINABLE,
                      "The answer does not come out of its row again, replay it: " + why)
                  .with("reason", "NOT_THE_ANSWER"));
      case ExplanationResult.NoModel(ModelVersion version, LoadResult why) ->
          Optional.of(noModel(version, why));
    };
  }

  private static Problem noModel(ModelVersion version, LoadResult why) {
    return switch (why) {
      case LoadResult.Refused(Refusal refusal) ->
          problem(
              version,
              refusal.reason().name(),
              "The artifact of version " + version + " cannot be trusted: " + refusal.detail());
      case LoadResult.Unknown unknown ->
          problem(version, "UNKNOWN_VERSION", "The registry has no version " + version);
      case LoadResult.Rejected rejected ->
          problem(version, "REJECTED_VERSION", "The gate refused version " + version);
      case LoadResult.Unreachable unreachable -> unavailable(version);
      case LoadResult.Loaded loaded -> unavailable(version);
    };
  }

  private static Problem problem(ModelVersion version, String reason, String sentence) {
    return Problem.of(ProblemType.NOT_EXPLAINABLE, sentence)
        .with("reason", reason)
        .with("model_version", version);
  }

  private static Problem unavailable(ModelVersion version) {
    return Problem.of(ProblemType.UNAVAILABLE, "Version " + version + " cannot be loaded just now");
  }
}
