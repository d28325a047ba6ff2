package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.terminal.Progress;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Explanations of past answers are whole and repeatable: what the seventeen indicators are said to
 * have moved, added here and not by the service, leads from the base to the very floats that were
 * journalled, and who asks twice is told the same.
 */
final class ExplanationsClaim implements Claim {
  private static final int FULL = 1_000;
  private static final int QUICK = 100;
  private static final int INDICATORS = 17;
  private static final double TOLERANCE = 1e-6;
  private static final long SEED = 20261122;
  private static final List<String> CLASSES = List.of("SELL", "HOLD", "BUY");

  /**
   * What two explanations of one answer came to.
   *
   * @param gap the largest of the three classes, between the sum and what was journalled
   * @param flaw what is wrong beside the gap; null where nothing is
   */
  record Verdict(double gap, @Nullable String flaw) {

    boolean holds() {
      return flaw == null && gap <= TOLERANCE;
    }
  }

  @Override
  public String name() {
    return "explanations";
  }

  @Override
  public String statement() {
    return "Explanations sum to what was answered, and do not change from one request to the next.";
  }

  @Override
  public String goal() {
    return "every sum within 1e-6 of the journalled probability, the same values twice";
  }

  @Override
  public Finding measure(Scene scene, boolean full) {
    int count = full ? FULL : QUICK;
    List<String> ids;
    try (Progress progress = scene.terminal().progress("predictions", count, "rows")) {
      long seed = SEED + scene.clock().instant().getEpochSecond();
      ids = new VariedPredictions(scene.api(), seed).make(count, progress);
    }
    List<Verdict> verdicts = new ArrayList<>();
    double spent = 0;
    try (Progress progress = scene.terminal().progress("explanations", count, "rows")) {
      for (String id : ids) {
        JsonNode row = scene.api().get("/predictions/" + id);
        JsonNode first = explanation(scene.api(), id);
        spent += first.path("explain_time_ms").asDouble();
        verdicts.add(judge(row, first, explanation(scene.api(), id)));
        progress.update(verdicts.size(), "");
      }
    }
    return finding(verdicts, spent / Math.max(1, verdicts.size()));
  }

  private static JsonNode explanation(ApiClient api, String id) {
    return api.get("/predictions/" + id + "/explanation");
  }

  /** Holds two explanations against the row they are of. */
  static Verdict judge(JsonNode row, JsonNode first, JsonNode second) {
    double gap = 0;
    for (String name : CLASSES) {
      JsonNode explained = first.path("probabilities").path(name);
      if (explained.path("values").size() != INDICATORS) {
        return new Verdict(gap, "names " + explained.path("values").size() + " indicators");
      }
      double sum = explained.path("base").asDouble();
      for (JsonNode value : explained.path("values")) {
        sum += value.asDouble();
      }
      JsonNode journalled = row.path("raw_probabilities").path(name.toLowerCase(Locale.ROOT));
      if (!journalled.isNumber()) {
        return new Verdict(gap, "has no journalled probability of " + name);
      }
      gap = Math.max(gap, Math.abs(sum - journalled.asDouble()));
    }
    boolean same = withoutTime(first).equals(withoutTime(second));
    return new Verdict(gap, same ? null : "differs when asked again");
  }

  private static JsonNode withoutTime(JsonNode explanation) {
    return ((ObjectNode) explanation.deepCopy()).without("explain_time_ms");
  }

  static Finding finding(List<Verdict> verdicts, double meanMillis) {
    long held = verdicts.stream().filter(Verdict::holds).count();
    double worst = verdicts.stream().mapToDouble(Verdict::gap).max().orElse(Double.NaN);
    String flaws =
        verdicts.stream()
            .filter(verdict -> verdict.flaw() != null)
            .findFirst()
            .map(verdict -> "; first flaw: " + verdict.flaw())
            .orElse("");
    return new Finding(
        String.format(Locale.ROOT, "%,d of %,d, largest gap %.1e", held, verdicts.size(), worst),
        !verdicts.isEmpty() && held == verdicts.size(),
        String.format(
            Locale.ROOT,
            "%.0f ms an explanation on average, asked one after the other through ml-api%s",
            meanMillis,
            flaws));
  }
}
