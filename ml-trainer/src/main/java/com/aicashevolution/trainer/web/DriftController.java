package com.aicashevolution.trainer.web;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.security.Caller;
import com.aicashevolution.trainer.drift.DriftReport;
import com.aicashevolution.trainer.drift.DriftReports;
import com.aicashevolution.trainer.drift.DriftWatch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Checks champions for drift on demand, and shows what checks found. */
@RestController
@Tag(name = "drift")
class DriftController {

  private final DriftWatch watch;
  private final DriftReports reports;

  DriftController(DriftWatch watch, DriftReports reports) {
    this.watch = watch;
    this.reports = reports;
  }

  /**
   * What to check; everything unless said. A symbol names the lines that answer for it, which are
   * checked whole, and is all that is shown of them.
   */
  record CheckBody(@Nullable ModelLine line, @Nullable Symbol symbol) {}

  /** What was found. */
  record Checked(String status, boolean driftDetected, List<DriftBody> results) {}

  /** The newest report of every line, and what was before. */
  record Found(boolean driftDetected, List<DriftBody> latest, List<DriftBody> history, int count) {}

  @PostMapping("/drift-detection")
  @Operation(
      summary = "Checks champions for drift now",
      description =
          "Newest bars against the features and the volatility of the training data, journalled"
              + " answers against those out of fold, results of signals against those promised. The"
              + " thresholds are calibrated: symbols_needed says how many symbols must drift"
              + " together before the line has. Too little data is said in too_little and never"
              + " judged.")
  Checked check(
      @RequestBody(required = false) @Nullable CheckBody body,
      @AuthenticationPrincipal Caller caller) {
    ModelLine line = body == null ? null : body.line();
    Symbol symbol = body == null ? null : body.symbol();
    List<DriftBody> results;
    try {
      results = bodies(watch.check(line, symbol, caller.actor()), symbol);
    } catch (UncheckedIOException e) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          "The artifact store does not answer, so a model's reference cannot be read");
    }
    if (results.isEmpty()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND,
          "There is no champion to check" + (line == null ? "" : " on line " + line));
    }
    return new Checked("completed", anyDrifted(results), results);
  }

  @GetMapping("/drift")
  @Operation(summary = "The newest report of every line, and the history, newest first")
  Found found(
      @RequestParam(required = false) @Nullable ModelLine line,
      @RequestParam(required = false) @Nullable Symbol symbol,
      @RequestParam(defaultValue = "20") @Min(1) @Max(200) int limit) {
    List<DriftBody> latest =
        bodies(reports.latest().stream().filter(r -> wanted(r, line, symbol)).toList(), symbol);
    List<DriftBody> history =
        bodies(
            reports.newest(line, limit).stream().filter(r -> wanted(r, line, symbol)).toList(),
            symbol);
    return new Found(anyDrifted(latest), latest, history, history.size());
  }

  private static boolean wanted(
      DriftReport report, @Nullable ModelLine line, @Nullable Symbol symbol) {
    return (line == null || report.line().equals(line))
        && (symbol == null || report.line().covers(symbol));
  }

  private static List<DriftBody> bodies(List<DriftReport> reports, @Nullable Symbol symbol) {
    return reports.stream().map(report -> DriftBody.of(report, symbol)).toList();
  }

  private static boolean anyDrifted(List<DriftBody> bodies) {
    return bodies.stream().anyMatch(DriftBody::driftDetected);
  }
}
