package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.inference.engine.Refusal;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.inference.tensor.ModelName;
import com.aicashevolution.inference.tensor.ModelResolution;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.registry.ModelRecord;
import java.util.Optional;

/** Says in a problem why a name means no version that answers. */
final class ResolutionProblems {

  private ResolutionProblems() {}

  /** The version that answers, or else the problem. */
  static ServingModel require(ModelResolution resolution) {
    return switch (resolution) {
      case ModelResolution.Serving(ServingModel model) -> model;
      case ModelResolution.UnknownModel(String name) ->
          throw notFound(
              "There is no model '"
                  + Shown.of(name)
                  + "': a name is global, a category (fx-major, fx-cross, metal, crypto) or a symbol"
                  + " served here, with .H4 say behind it for bars other than H1",
              "model_name",
              name);
      case ModelResolution.NoChampion(ModelName name, Optional<ModelName> instead) ->
          throw new ProblemException(
              Problem.of(
                      ProblemType.MODEL_NOT_SERVING,
                      "Model "
                          + name
                          + " has no champion"
                          + instead
                              .map(other -> "; predictions of its symbols are answered by " + other)
                              .orElse(""))
                  .with("model_name", name.toString())
                  .with("instead", instead.map(ModelName::toString).orElse(null)));
      case ModelResolution.UnknownVersion(
              ModelName name,
              String version,
              Optional<ModelName> other) ->
          throw notFound(
              "Model "
                  + name
                  + " has no version '"
                  + Shown.of(version)
                  + "'"
                  + other.map(its -> ": it is one of " + its).orElse(""),
              "model_version",
              version);
      case ModelResolution.RejectedVersion(ModelRecord model) ->
          throw new ProblemException(
              Problem.of(
                      ProblemType.MODEL_REJECTED,
                      "The gate refused version " + model.version() + ", so it answers nobody")
                  .with("model_version", model.version())
                  .with("reasons", model.gate().reasons()));
      case ModelResolution.RefusedVersion(Refusal refusal) ->
          throw new ProblemException(
              Problem.of(
                      ProblemType.MODEL_NOT_SERVING,
                      "The artifact of version " + refusal.version() + " cannot be trusted")
                  .with("model_version", refusal.version())
                  .with("reason", refusal.reason())
                  .with("reason_detail", refusal.detail()));
      case ModelResolution.Unreachable(ModelVersion version) ->
          throw new ProblemException(
              ProblemType.UNAVAILABLE,
              "Version " + version + " is not loaded and cannot be loaded just now");
    };
  }

  private static ProblemException notFound(String sentence, String field, String value) {
    return new ProblemException(
        Problem.of(ProblemType.NOT_FOUND, sentence)
            .with("field", field)
            .with("value", Shown.of(value)));
  }
}
