package com.aicashevolution.localstack.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A validation's figures in lines, phase by phase, in the words of {@link ExaminationLines}. */
final class ValidationLines {
  private final JsonNode result;
  private final List<String> lines = new ArrayList<>();

  ValidationLines(JsonNode result) {
    this.result = result;
  }

  List<String> lines() {
    lines.clear();
    result.path("warnings").forEach(warning -> lines.add("  ! " + warning.asText()));
    for (JsonNode phase : result.path("phases")) {
      phase(phase);
    }
    return List.copyOf(lines);
  }

  private void phase(JsonNode phase) {
    JsonNode found = phase.path("report");
    lines.add(
        "  %s, %s to %s, %,d answers"
            .formatted(
                phase.path("phase").asText().toLowerCase(Locale.ROOT).replace('_', ' '),
                day(phase.path("from")),
                day(phase.path("to")),
                phase.path("samples").asInt()));
    JsonNode model = found.path("report").path("model");
    JsonNode accuracy = found.path("accuracy");
    figure(
        "accuracy",
        model.path("accuracy"),
        String.format(
            Locale.ROOT,
            " in [%.4f, %.4f]",
            accuracy.path("lower").asDouble(),
            accuracy.path("upper").asDouble()));
    found.path("report").path("baselines").properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            baseline ->
                figure(
                    baseline.getKey(),
                    baseline.getValue().path("accuracy"),
                    skill(found, baseline.getKey())));
    figure("balanced accuracy", model.path("balanced_accuracy"), "");
    figure("macro f1", model.path("macro_f1"), "");
    figure("matthews", found.path("matthews_correlation"), "");
    figure("log loss", model.path("log_loss"), "");
    figure("brier", model.path("brier"), "");
    figure("calibration error", model.path("expected_calibration_error"), "");
    JsonNode trading = found.path("report").path("trading");
    figure(
        "win rate",
        trading.path("win_rate"),
        " of %,d acted-on signals".formatted(trading.path("trades").asInt()));
    figure("profit factor", trading.path("profit_factor"), "");
    figure("expectancy, ATR", trading.path("expectancy_atr"), "");
    figure("drawdown, ATR", found.at("/daily_risk/max_drawdown"), "");
    figure("sharpe a day", found.at("/daily_risk/sharpe/ratio"), "");
    figure("sortino a day", found.at("/daily_risk/sortino"), "");
    figure("sharpe > 0", found.path("probabilistic_sharpe"), "");
    figure(
        "deflated sharpe",
        found.path("deflated_sharpe"),
        " over %,d trials".formatted(found.path("trials").asInt()));
  }

  private static String skill(JsonNode found, String baseline) {
    JsonNode skill = found.path("skill_over").path(baseline);
    return skill.isMissingNode()
        ? ""
        : String.format(
            Locale.ROOT,
            ", beaten by %.4f, at least %.4f",
            skill.path("difference").asDouble(),
            skill.path("lower").asDouble());
  }

  private void figure(String name, JsonNode value, String more) {
    if (value.isNumber()) {
      // a ratio to losses is this large only where there are none
      String shown =
          value.asDouble() >= 1e6
              ? "no loss"
              : String.format(Locale.ROOT, "%.4f", value.asDouble());
      lines.add(String.format(Locale.ROOT, "    %-18s %s", name.replace('_', ' '), shown) + more);
    }
  }

  private static String day(JsonNode instant) {
    String text = instant.asText();
    return text.length() < 10 ? text : text.substring(0, 10);
  }
}
