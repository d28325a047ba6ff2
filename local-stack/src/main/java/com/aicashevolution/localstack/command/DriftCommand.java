package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.terminal.Table;
import com.aicashevolution.localstack.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./ml drift}. */
@Command(
    name = "drift",
    description = "Checks whether the market is still the one the champions were trained on.",
    mixinStandardHelpOptions = true)
final class DriftCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Option(names = "--line", description = "Only this line: global, a category or a symbol.")
  private @Nullable String line;

  @Option(names = "--symbol", description = "Only the lines that answer for it, and it of them.")
  private @Nullable String symbol;

  @Option(names = "--latest", description = "Shows the newest reports and checks nothing.")
  private boolean latest;

  DriftCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    JsonNode reports =
        latest
            ? workspace.api().get("/drift" + query()).path("latest")
            : workspace.api().post("/drift-detection", wish()).path("results");
    Terminal terminal = workspace.terminal();
    if (reports.isEmpty()) {
      terminal.line("No reports yet: ./ml drift makes one.");
    }
    for (JsonNode report : reports) {
      print(report, terminal);
    }
    return 0;
  }

  private ObjectNode wish() {
    ObjectNode wish = JsonNodeFactory.instance.objectNode();
    if (line != null) {
      wish.put("line", line);
    }
    if (symbol != null) {
      wish.put("symbol", symbol);
    }
    return wish;
  }

  private String query() {
    StringJoiner query = new StringJoiner("&", "?limit=1&", "");
    if (line != null) {
      query.add("line=" + Values.segment(line));
    }
    if (symbol != null) {
      query.add("symbol=" + Values.segment(symbol));
    }
    return query.toString();
  }

  static void print(JsonNode report, Terminal terminal) {
    terminal.line(
        "%s %s, %s, checked %s: %s"
            .formatted(
                report.path("line").asText(),
                report.path("timeframe").asText(),
                report.path("model_version").asText(),
                report.path("checked_at").asText(),
                words(report.path("status").asText()).toUpperCase(Locale.ROOT)));
    if (!report.path("symbols").isEmpty()) {
      terminal.line(table(report.path("symbols")).toString());
    }
    for (JsonNode reason : report.path("reasons")) {
      terminal.line("  " + reason.asText());
    }
    if (report.path("training_id").isTextual()) {
      terminal.line("  retraining was asked for: " + report.path("training_id").asText());
    }
  }

  /** How much of its threshold the worst of each kind uses up. */
  private static Table table(JsonNode symbols) {
    Table table =
        new Table("symbol", "status", "volatility", "features", "answers", "newest bar", "notes");
    for (JsonNode symbol : symbols) {
      table.row(
          symbol.path("symbol").asText(),
          words(symbol.path("status").asText()),
          worst(symbol, List.of("volatility")),
          worst(symbol, List.of()),
          worst(symbol, List.of("class_shares", "confidence")),
          symbol.path("as_of").asText("-"),
          notes(symbol));
    }
    return table;
  }

  /**
   * For example {@code 132 % rsi_value}.
   *
   * @param subjects those that count; none for all that are neither volatility nor answers
   */
  private static String worst(JsonNode symbol, List<String> subjects) {
    List<String> others = List.of("volatility", "class_shares", "confidence");
    String shown = "-";
    double worst = -1;
    for (JsonNode measurement : symbol.path("measurements")) {
      String subject = measurement.path("subject").asText();
      boolean counts = subjects.isEmpty() ? !others.contains(subject) : subjects.contains(subject);
      double ratio =
          measurement.path("value").asDouble() / measurement.path("threshold").asDouble();
      if (counts && ratio > worst) {
        worst = ratio;
        String named = subjects.size() == 1 ? "" : " " + subject;
        shown = String.format(Locale.ROOT, "%.0f %%%s", 100 * ratio, named);
      }
    }
    return shown;
  }

  private static String notes(JsonNode symbol) {
    List<String> notes = new ArrayList<>();
    symbol.path("too_little").forEach(note -> notes.add(note.asText()));
    return String.join("; ", notes);
  }

  private static String words(String status) {
    return status.replace('_', ' ');
  }
}
