package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.artifact.Damage;
import com.aicashevolution.localstack.load.Exchange;
import com.aicashevolution.localstack.load.ExchangeLog;
import com.aicashevolution.localstack.load.LoadRun;
import com.aicashevolution.localstack.load.Pace;
import com.aicashevolution.localstack.stage.Stage;
import com.aicashevolution.localstack.terminal.Progress;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Damaged versions, put into the bucket and the registry of a stack of the measurement's own and
 * made champion by an operator, are refused by name: the version before goes on answering every
 * request, and metrics and health say so.
 */
final class ArtifactsClaim implements Claim {
  private static final double REQUESTS_PER_SECOND = 50;
  private static final int CONNECTIONS = 8;

  @Override
  public String name() {
    return "artifacts";
  }

  @Override
  public String statement() {
    return "A damaged model is refused by name, and the one before goes on serving.";
  }

  @Override
  public String goal() {
    return "%d of %<d kinds refused, 0 requests failed".formatted(Damage.values().length);
  }

  @Override
  public Finding measure(Scene scene, boolean full) {
    List<String> complaints = new ArrayList<>();
    List<String> refusals = new ArrayList<>();
    ExchangeLog log = new ExchangeLog();
    String good;
    int refused = 0;
    try (Stage stage = Stage.open(scene.project(), 0, scene.terminal(), scene.clock());
        Progress progress =
            scene.terminal().progress("damaged models", Damage.values().length, "kinds");
        LoadRun _ =
            LoadRun.start(
                stage.inference("/predict"),
                new Pace(REQUESTS_PER_SECOND, CONNECTIONS),
                Questions.uncached(stage.market().symbols()),
                log)) {
      good = stage.models().first();
      for (Damage damage : Damage.values()) {
        Refusal refusal = expose(stage, damage);
        if (refusal.isProper()) {
          refused++;
          refusals.add(damage.description() + ": " + refusal.reason());
        } else {
          complaints.add(damage + ": " + refusal);
        }
        progress.update(damage.ordinal() + 1, damage.description());
      }
    }
    long failed = log.inOrder().stream().filter(Exchange::failed).count();
    long foreign =
        log.inOrder().stream()
            .flatMap(exchange -> exchange.answers().stream())
            .filter(answer -> !answer.modelVersion().equals(good))
            .count();
    return new Finding(
        "%d of %d kinds refused, %,d of %,d requests failed"
            .formatted(refused, Damage.values().length, failed, log.inOrder().size()),
        refused == Damage.values().length && failed == 0 && foreign == 0,
        String.join("; ", refusals)
            + (complaints.isEmpty() ? "" : "\n  not as they should be: " + complaints)
            + "\n  %,d answers by another version than the good one".formatted(foreign)
            + Failures.describe(log.inOrder()));
  }

  /**
   * What became of a damaged version that was made champion.
   *
   * @param reason why it is refused, as {@code /model/info} names it
   * @param known whether that is a proper name for the damage
   * @param counted whether the metric of that reason went up
   * @param healthSays whether health names the version that does not serve
   * @param stillServing who answers meanwhile
   */
  private record Refusal(
      String reason, boolean known, boolean counted, boolean healthSays, boolean stillServing) {
    boolean isProper() {
      return known && counted && healthSays && stillServing;
    }
  }

  private static Refusal expose(Stage stage, Damage damage) {
    double before = refusals(stage);
    String version = stage.models().publish(damage);
    stage.models().promote(version);
    try {
      Stage.await("%s to be refused".formatted(damage), () -> reason(stage, version).isPresent());
      JsonNode health = stage.inference().get("/health");
      String reason = reason(stage, version).orElse("");
      return new Refusal(
          reason,
          damage.reasons().contains(reason),
          refusals(stage) == before + 1,
          health.path("degraded").toString().contains(version),
          health.path("model_version").asText().equals(stage.models().first()));
    } finally {
      stage.models().rollback(version);
    }
  }

  private static Optional<String> reason(Stage stage, String version) {
    for (JsonNode refused : stage.inference().get("/model/info").path("refused")) {
      if (refused.path("model_version").asText().equals(version)) {
        return Optional.of(refused.path("reason").asText().toUpperCase(Locale.ROOT));
      }
    }
    return Optional.empty();
  }

  private static final Pattern REFUSALS =
      Pattern.compile("(?m)^ml_model_refusals_total\\{[^}]*} ([0-9.E+]+)$");

  /** Of all reasons together. */
  private static double refusals(Stage stage) {
    double sum = 0;
    for (Matcher series = REFUSALS.matcher(stage.inferenceMetrics()); series.find(); ) {
      sum += Double.parseDouble(series.group(1));
    }
    return sum;
  }
}
