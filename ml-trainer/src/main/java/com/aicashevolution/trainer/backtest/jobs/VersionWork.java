package com.aicashevolution.trainer.backtest.jobs;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.json.JsonColumn;
import com.aicashevolution.trainer.backtest.BacktestMonitor;
import com.aicashevolution.trainer.backtest.BacktestOutcome;
import com.aicashevolution.trainer.backtest.BacktestPlan;
import com.aicashevolution.trainer.backtest.BacktestPlanner;
import com.aicashevolution.trainer.backtest.BacktestResult;
import com.aicashevolution.trainer.backtest.Backtests;
import com.aicashevolution.trainer.backtest.PlanResult;
import com.aicashevolution.trainer.backtest.Section;
import com.aicashevolution.trainer.backtest.jobs.JobStore.Ending;
import com.aicashevolution.trainer.backtest.report.BacktestReport;
import com.aicashevolution.trainer.validation.Validation;
import com.aicashevolution.trainer.validation.ValidationOutcome;
import com.aicashevolution.trainer.validation.ValidationReport;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Backtests or validates, as the job says. Thread-safe. */
public final class VersionWork implements JobWork {

  private final BacktestPlanner planner;
  private final Backtests backtests;
  private final BacktestReport report;
  private final Validation validation;
  private final JsonColumn json = new JsonColumn();

  public VersionWork(
      BacktestPlanner planner, Backtests backtests, BacktestReport report, Validation validation) {
    this.planner = planner;
    this.backtests = backtests;
    this.report = report;
    this.validation = validation;
  }

  @Override
  public Ending run(Job job, BacktestMonitor monitor) throws IOException, InterruptedException {
    return switch (planner.plan(job.jobId(), job.request())) {
      case PlanResult.Planned(BacktestPlan plan) ->
          switch (job.kind()) {
            case BACKTEST -> backtest(plan, monitor);
            case VALIDATION -> validate(plan, monitor);
          };
      case PlanResult.Invalid(String field, var _, String message) -> failed(field + " " + message);
      case PlanResult.UnknownModel(String why) -> failed(why);
      case PlanResult.DamagedModel(ModelVersion version, String why) ->
          failed(version + " cannot be read: " + why);
      case PlanResult.NotEnoughHistory(var symbol, int available, int required) ->
          failed(
              "%s has %d candles, %d are needed for an answer"
                  .formatted(symbol, available, required));
    };
  }

  private Ending backtest(BacktestPlan plan, BacktestMonitor monitor) throws InterruptedException {
    return switch (backtests.run(plan, monitor)) {
      case BacktestOutcome.Impossible(String why) -> failed(why);
      case BacktestOutcome.Cancelled _ -> cancelled();
      case BacktestOutcome.Finished(BacktestResult result) -> {
        Map<String, byte[]> files = new HashMap<>();
        report.files(result).forEach((file, content) -> files.put(file.fileName(), content));
        Section whole = result.summary().whole();
        yield new Ending(
            JobStatus.SUCCEEDED,
            "%,d trades over %,d bars"
                .formatted(whole.trades().positions().trades(), result.summary().bars()),
            plan.model().manifest().version(),
            json.write(result.summary()),
            files);
      }
    };
  }

  private Ending validate(BacktestPlan plan, BacktestMonitor monitor) {
    return switch (validation.run(plan, monitor)) {
      case ValidationOutcome.Impossible(String why) -> failed(why);
      case ValidationOutcome.Cancelled _ -> cancelled();
      case ValidationOutcome.Validated(ValidationReport found) ->
          new Ending(
              JobStatus.SUCCEEDED,
              "judged %,d answers"
                  .formatted(found.phases().stream().mapToInt(p -> p.samples()).sum()),
              found.modelVersion(),
              json.write(found),
              Map.of());
    };
  }

  private static Ending failed(String why) {
    return Ending.without(JobStatus.FAILED, why);
  }

  private static Ending cancelled() {
    return Ending.without(JobStatus.CANCELLED, "cancelled on request");
  }
}
