package com.aicashevolution.localstack.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run's examination showed, in lines: out of fold with its interval, beside every baseline,
 * fold by fold, and in the holdout. A figure the trainer does not give makes no line.
 */
final class ExaminationLines {
  private final JsonNode metrics;
  private final List<String> lines = new ArrayList<>();

  ExaminationLines(JsonNode metrics) {
    this.metrics = metrics;
  }

  List<String> lines() {
    lines.clear();
    JsonNode walkForward = metrics.path("walk_forward");
    for (String name : new String[] {"accuracy", "majority_baseline", "macro_f1", "win_rate"}) {
      figure(name, metrics.path(name), name.equals("accuracy") ? interval(walkForward) : "");
    }
    metrics.path("report").path("baselines").properties().stream()
        .filter(baseline -> !baseline.getKey().equals("majority"))
        .sorted(Map.Entry.comparingByKey())
        .forEach(baseline -> figure(baseline.getKey(), baseline.getValue().path("accuracy"), ""));
    for (JsonNode fold : walkForward.path("folds")) {
      lines.add(
          "    fold %d             %s, %s to %s"
              .formatted(
                  fold.path("fold").asInt(),
                  accuracies(fold.path("fits")),
                  day(fold.path("from")),
                  day(fold.path("to"))));
    }
    JsonNode holdout = walkForward.path("holdout");
    figure(
        "holdout",
        holdout.path("report").path("model").path("accuracy"),
        ", %s to %s, looked at once".formatted(day(holdout.path("from")), day(holdout.path("to"))));
    return List.copyOf(lines);
  }

  private void figure(String name, JsonNode value, String more) {
    if (value.isNumber()) {
      lines.add(
          String.format(Locale.ROOT, "    %-18s %.4f", name.replace('_', ' '), value.asDouble())
              + more);
    }
  }

  /** Of the published seed. */
  private String interval(JsonNode walkForward) {
    for (JsonNode seed : walkForward.path("seeds")) {
      if (seed.path("seed").asLong() == metrics.path("seed").asLong()) {
        JsonNode accuracy = seed.path("accuracy");
        return String.format(
            Locale.ROOT,
            " out of fold, in [%.4f, %.4f]; worst of %d seeds %.4f",
            accuracy.path("lower").asDouble(),
            accuracy.path("upper").asDouble(),
            walkForward.path("seeds").size(),
            worst(walkForward.path("seeds")));
      }
    }
    return "";
  }

  private static double worst(JsonNode seeds) {
    double worst = 1;
    for (JsonNode seed : seeds) {
      worst = Math.min(worst, seed.path("accuracy").path("value").asDouble());
    }
    return worst;
  }

  private static String accuracies(JsonNode fits) {
    List<String> figures = new ArrayList<>();
    fits.forEach(
        fit -> figures.add(String.format(Locale.ROOT, "%.4f", fit.path("accuracy").asDouble())));
    return figures.stream().collect(Collectors.joining(" "));
  }

  private static String day(JsonNode instant) {
    String text = instant.asText();
    return text.length() < 10 ? text : text.substring(0, 10);
  }
}
