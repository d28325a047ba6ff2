package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.pipeline.RunLedger.Trial;
import com.aicashevolution.trainer.pipeline.RunLedger.TrialMetrics;
import com.aicashevolution.trainer.training.FitOutcome;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.ParallelFits;
import java.util.ArrayList;
import java.util.List;

/** Fits every fold with every seed and writes each into the ledger. Thread-safe. */
final class FoldFits {

  private final ParallelFits fits;
  private final RunLedger ledger;

  FoldFits(ParallelFits fits, RunLedger ledger) {
    this.fits = fits;
    this.ledger = ledger;
  }

  /** How the fits of a run ended. */
  sealed interface Result {

    /** All of them, ordered by seed and then by fold. */
    record Fitted(List<FoldFit> fits) implements Result {}

    /** Somebody asked the run to stop. */
    record Cancelled() implements Result {}

    /** So many have no network; without them there is no evidence on every fold. */
    record Diverged(int fits, int of) implements Result {}
  }

  Result run(RunPlan plan, FoldPlan folds, RunMonitor monitor) throws InterruptedException {
    List<FitTask> tasks = tasks(plan, folds);
    monitor.report(RunStep.FIT, 0, "fitting " + tasks.size() + " networks");
    FitMessages messages = new FitMessages(monitor, RunStep.FIT, tasks);
    List<FitOutcome> outcomes = fits.run(tasks, messages::of);
    if (outcomes.stream().anyMatch(FitOutcome.Cancelled.class::isInstance) || monitor.cancelled()) {
      return new Result.Cancelled();
    }
    List<FoldFit> judged = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      FitTask task = tasks.get(i);
      switch (outcomes.get(i)) {
        case FitOutcome.Fitted(var network) -> {
          FoldFit fit = FoldFit.of(task, network);
          judged.add(fit);
          record(
              plan,
              task,
              new TrialMetrics(
                  "fitted",
                  fit.bestEpoch(),
                  fit.epochs(),
                  fit.samplesPerSecond(),
                  fit.validation()));
        }
        case FitOutcome.Diverged(int epoch) ->
            record(plan, task, new TrialMetrics("diverged", 0, epoch, 0, null));
        case FitOutcome.Cancelled _ ->
            throw new IllegalStateException("a cancelled fit is not scored");
      }
    }
    return judged.size() == tasks.size()
        ? new Result.Fitted(judged)
        : new Result.Diverged(tasks.size() - judged.size(), tasks.size());
  }

  private static List<FitTask> tasks(RunPlan plan, FoldPlan folds) {
    List<Standardizer> standardizers =
        folds.folds().stream().map(fold -> Standardizer.fit(fold.standardizing())).toList();
    List<FitTask> tasks = new ArrayList<>();
    for (long seed : plan.seeds()) {
      for (Fold fold : folds.folds()) {
        tasks.add(
            FitTask.onValidation(
                fold, standardizers.get(fold.number()), plan.hyperparameters(), seed));
      }
    }
    return tasks;
  }

  private void record(RunPlan plan, FitTask task, TrialMetrics metrics) {
    ledger.recordTrial(
        plan.trainingId(),
        new Trial(plan.line(), task.fold().number(), task.seed(), plan.hyperparameters(), metrics));
  }
}
