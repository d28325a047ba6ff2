package com.aicashevolution.inference.web;

import com.aicashevolution.inference.engine.CandidateFinder;
import com.aicashevolution.inference.engine.Refusal;
import com.aicashevolution.inference.engine.Resolution;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.inference.prediction.PredictionRequest;
import com.aicashevolution.inference.prediction.PredictionResult;
import com.aicashevolution.inference.window.WindowFinding;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.registry.ModelRecord;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in a problem why a request has no answer. */
final class ResultProblems {

  private final CandidateFinder candidates;

  ResultProblems(CandidateFinder candidates) {
    this.candidates = candidates;
  }

  /** The problem of {@code result}; empty where it is an answer. */
  Optional<Problem> of(PredictionRequest request, PredictionResult result) {
    return switch (result) {
      case PredictionResult.Predicted predicted -> Optional.empty();
      case PredictionResult.NoModel(Resolution why) -> noModel(request, why);
      case PredictionResult.TooLittleHistory(WindowFinding.NotEnoughHistory counts) ->
          Optional.of(tooLittleHistory(request, counts));
      case PredictionResult.NoCandles noCandles ->
          Optional.of(
              unavailable("Candles of " + request.symbol() + " cannot be read at the moment"));
      case PredictionResult.NotKept(String why) ->
          Optional.of(unavailable("The prediction could not be recorded: " + why));
      case PredictionResult.Broken broken ->
          Optional.of(
              Problem.of(
                  ProblemType.INTERNAL,
                  "Something broke on our side; quote the request_id to whoever operates this"
                      + " service"));
    };
  }

  private Optional<Problem> noModel(PredictionRequest request, Resolution why) {
    return switch (why) {
      case Resolution.Serving serving -> Optional.empty();
      case Resolution.NoChampion(Symbol symbol, Timeframe timeframe) ->
          Optional.of(noChampion(symbol, timeframe));
      case Resolution.UnknownVersion(ModelVersion version) ->
          Optional.of(
              Problem.of(ProblemType.NOT_FOUND, "There is no model version " + version)
                  .with("field", "model_version")
                  .with("value", version));
      case Resolution.RejectedVersion(ModelRecord model) ->
          Optional.of(
              Problem.of(
                      ProblemType.MODEL_REJECTED,
                      "The gate refused version " + model.version() + ", so it answers nobody")
                  .with("model_version", model.version())
                  .with("reasons", model.gate().reasons()));
      case Resolution.DoesNotFit(ServingModel model) -> Optional.of(misfit(request, model));
      case Resolution.RefusedVersion(Refusal refusal) ->
          Optional.of(
              Problem.of(
                      ProblemType.MODEL_NOT_SERVING,
                      "The artifact of version " + refusal.version() + " cannot be trusted")
                  .with("model_version", refusal.version())
                  .with("reason", refusal.reason())
                  .with("reason_detail", refusal.detail()));
      case Resolution.Unreachable(ModelVersion version) ->
          Optional.of(
              unavailable("Version " + version + " is not loaded and cannot be loaded just now"));
    };
  }

  private Problem noChampion(Symbol symbol, Timeframe timeframe) {
    Optional<ModelRecord> newest = candidates.newestFor(symbol);
    String why =
        newest
            .map(
                model ->
                    "; the newest candidate is "
                        + model.version()
                        + " ("
                        + model.status()
                        + (model.gate().reasons().isEmpty()
                            ? ")"
                            : "): " + String.join("; ", model.gate().reasons())))
            .orElse("; none has been trained");
    return Problem.of(
            ProblemType.MODEL_NOT_SERVING,
            "No champion serves " + symbol + " on " + timeframe + why)
        .with("newest_candidate", newest.map(ResultProblems::candidate).orElse(null));
  }

  private static Map<String, @Nullable Object> candidate(ModelRecord model) {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("model_version", model.version());
    members.put("line", model.line());
    members.put("timeframe", model.timeframe());
    members.put("status", model.status());
    members.put("created_at", model.createdAt());
    members.put("gate_passed", model.gate().passed());
    members.put("reasons", model.gate().reasons());
    return members;
  }

  private static Problem misfit(PredictionRequest request, ServingModel model) {
    return model.line().covers(request.symbol())
        ? Problem.invalid(
            "timeframe",
            request.timeframe(),
            "must be " + model.timeframe() + ", the bars that " + model.version() + " reads")
        : Problem.invalid(
            "model_version",
            model.version(),
            "must be of a line that covers "
                + request.symbol()
                + ", it is of line "
                + model.line());
  }

  private static Problem tooLittleHistory(
      PredictionRequest request, WindowFinding.NotEnoughHistory counts) {
    return Problem.of(
            ProblemType.NOT_ENOUGH_HISTORY,
            "%s has %d complete %s candles, %d are needed"
                .formatted(
                    request.symbol(),
                    counts.availableCandles(),
                    request.timeframe(),
                    counts.requiredCandles()))
        .with("symbol", request.symbol())
        .with("timeframe", request.timeframe())
        .with("available_candles", counts.availableCandles())
        .with("required_candles", counts.requiredCandles());
  }

  private static Problem unavailable(String sentence) {
    return Problem.of(ProblemType.UNAVAILABLE, sentence);
  }
}
