package com.aicashevolution.localstack.report;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One training run as Markdown: verdict first, then every figure the gate read. Immutable. */
public final class RunPage {
  private final JsonNode run;
  private final JsonNode metrics;
  private final JsonNode walkForward;

  /**
   * Renders {@code run}.
   *
   * @param run what {@code /training-status} says about a run that was judged
   */
  public RunPage(JsonNode run) {
    this.run = run;
    this.metrics = run.path("metrics");
    this.walkForward = metrics.path("walk_forward");
  }

  public List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.addAll(verdict());
    lines.addAll(models("Out of fold, published seed", metrics.path("report")));
    lines.addAll(seeds());
    lines.addAll(folds());
    lines.addAll(sets());
    lines.addAll(models("Holdout, looked at once", walkForward.path("holdout").path("report")));
    lines.addAll(trades());
    lines.addAll(checks());
    return lines;
  }

  private List<String> verdict() {
    List<String> lines = new ArrayList<>();
    boolean passed = run.path("gate").path("passed").asBoolean();
    JsonNode samples = metrics.path("samples");
    JsonNode holdout = walkForward.path("holdout");
    lines.add("**The gate " + (passed ? "passed it." : "refused it.") + "**");
    lines.add("");
    run.path("gate").path("reasons").forEach(reason -> lines.add("- " + reason.asText()));
    lines.add("");
    lines.add(
        "%s: fitted on %,d windows, judged on %,d out of fold and on %,d from %s to %s held out. %d bars were left out for gaps. Seed %d, %d epochs, data `%s…`, weights `%s…`."
            .formatted(
                run.path("training_id").asText(),
                samples.path("train").asInt(),
                samples.path("out_of_fold").asInt(),
                samples.path("holdout").asInt(),
                day(holdout.path("from")),
                day(holdout.path("to")),
                samples.path("excluded_for_gaps").asInt(),
                metrics.path("seed").asLong(),
                metrics.path("epochs").asInt(),
                start(metrics.path("data_hash")),
                start(metrics.path("weights_sha256"))));
    return lines;
  }

  private static List<String> models(String title, JsonNode report) {
    List<String> lines =
        table(
            title,
            "| answers of | accuracy | balanced | macro F1 | MCC | log-loss | Brier | ECE |",
            8);
    lines.add(row("**network**", report.path("model")));
    report.path("baselines").properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            baseline -> lines.add(row(baseline.getKey().replace('_', ' '), baseline.getValue())));
    return lines;
  }

  private static String row(String name, JsonNode model) {
    return "| "
        + name
        + " | "
        + String.join(
            " | ",
            number(model, "accuracy"),
            number(model, "balanced_accuracy"),
            number(model, "macro_f1"),
            correlation(model),
            number(model, "log_loss"),
            number(model, "brier"),
            number(model, "expected_calibration_error"))
        + " |";
  }

  /** Matthews' correlation follows from the confusion matrix, which is what the trainer gives. */
  private static String correlation(JsonNode model) {
    List<List<Integer>> confusion = new ArrayList<>();
    for (JsonNode row : model.path("confusion")) {
      List<Integer> counts = new ArrayList<>();
      row.forEach(count -> counts.add(count.asInt()));
      confusion.add(counts);
    }
    if (confusion.isEmpty()) {
      return "–";
    }
    ClassificationMetrics metrics =
        new ClassificationMetrics(model.path("samples").asInt(), 0, 0, 0, 0, 0, 0, confusion);
    return String.format(Locale.ROOT, "%.4f", metrics.matthewsCorrelation());
  }

  private List<String> seeds() {
    List<String> lines =
        table(
            "Seeds", "| seed | accuracy | interval | skill over | lower bound | Sharpe a day |", 6);
    for (JsonNode seed : walkForward.path("seeds")) {
      JsonNode accuracy = seed.path("accuracy");
      seed.path("skill_over").properties().stream()
          .sorted(Map.Entry.comparingByKey())
          .forEach(
              skill ->
                  lines.add(
                      "| %d | %s | [%s, %s] | %s | %s | %s |"
                          .formatted(
                              seed.path("seed").asLong(),
                              number(accuracy, "value"),
                              number(accuracy, "lower"),
                              number(accuracy, "upper"),
                              skill.getKey().replace('_', ' '),
                              number(skill.getValue(), "lower"),
                              number(seed.path("daily_risk").path("sharpe"), "ratio"))));
    }
    return lines;
  }

  private List<String> folds() {
    List<String> lines =
        table(
            "Folds", "| fold | judged from | to | fitted on | judged | accuracy of the seeds |", 6);
    for (JsonNode fold : walkForward.path("folds")) {
      List<String> accuracies = new ArrayList<>();
      fold.path("fits").forEach(fit -> accuracies.add(number(fit, "accuracy")));
      lines.add(
          "| %d | %s | %s | %,d | %,d | %s |"
              .formatted(
                  fold.path("fold").asInt(),
                  day(fold.path("from")),
                  day(fold.path("to")),
                  fold.path("train_samples").asInt(),
                  fold.path("samples").asInt(),
                  String.join(", ", accuracies)));
    }
    return lines;
  }

  /** Of runs from before they were measured there are none. */
  private List<String> sets() {
    JsonNode sets = walkForward.path("sets");
    if (!sets.isObject()) {
      return List.of();
    }
    List<String> lines =
        table(
            String.format(
                Locale.ROOT,
                "Sets of answers that shall hold the right one in %.0f %% of cases",
                100 * (1 - sets.path("published").path("miscoverage").asDouble())),
            "| where | hold it | answers in a set | one answer |",
            4);
    for (int i = 0; i < sets.path("seeds").size(); i++) {
      lines.add(
          sets(
              "out of fold, seed " + walkForward.path("seeds").path(i).path("seed").asLong(),
              sets.path("seeds").path(i)));
    }
    lines.add(sets("holdout", sets.path("holdout")));
    return lines;
  }

  private static String sets(String where, JsonNode coverage) {
    return "| %s | %s | %s | %s |"
        .formatted(
            where,
            number(coverage, "coverage"),
            number(coverage, "mean_size"),
            number(coverage, "decided"));
  }

  private List<String> trades() {
    List<String> lines =
        table(
            "Acted-on signals, net of spread, in ATR",
            "| where | trades | win rate | profit factor | expectancy | share of bars |",
            6);
    lines.add(trades("out of fold", metrics.path("report").path("trading")));
    lines.add(trades("holdout", walkForward.path("holdout").path("report").path("trading")));
    return lines;
  }

  private static String trades(String where, JsonNode trading) {
    return "| %s | %,d | %s | %s | %s | %s |"
        .formatted(
            where,
            trading.path("trades").asInt(),
            number(trading, "win_rate"),
            number(trading, "profit_factor"),
            number(trading, "expectancy_atr"),
            number(trading, "coverage"));
  }

  private List<String> checks() {
    List<String> lines = table("Every check of the gate", "| | check | value | bound |", 4);
    for (JsonNode check : run.path("gate").path("checks")) {
      lines.add(
          "| %s | %s | %s | %s |"
              .formatted(
                  check.path("passed").asBoolean() ? "passed" : "**failed**",
                  check.path("name").asText().replace('_', ' '),
                  number(check, "value"),
                  number(check, "bound")));
    }
    return lines;
  }

  private static List<String> table(String title, String head, int columns) {
    return new ArrayList<>(List.of("", "### " + title, "", head, "|" + "---|".repeat(columns)));
  }

  /** A figure the trainer does not give is a dash, never a zero. */
  private static String number(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isNumber()) {
      return "–";
    }
    return value.isIntegralNumber()
        ? String.format(Locale.ROOT, "%,d", value.asLong())
        : String.format(Locale.ROOT, "%.4f", value.asDouble());
  }

  private static String day(JsonNode instant) {
    return start(instant, 10);
  }

  private static String start(JsonNode text) {
    return start(text, 12);
  }

  private static String start(JsonNode text, int length) {
    String all = text.asText();
    return all.length() <= length ? all : all.substring(0, length);
  }
}
