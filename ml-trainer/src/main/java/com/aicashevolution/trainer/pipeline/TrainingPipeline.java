package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.DatasetAssembler;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.gate.Evidence;
import com.aicashevolution.trainer.gate.OutOfFold;
import com.aicashevolution.trainer.gate.WalkForwardExamination;
import com.aicashevolution.trainer.publishing.ModelPublisher;
import com.aicashevolution.trainer.training.FitOutcome;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.ParallelFits;
import com.aicashevolution.trainer.training.Stopping;
import java.io.IOException;
import java.util.List;

/**
 * Runs a plan from candles to a verdict: fits every fold with every seed, judges them on what they
 * had not seen, refits one network on all but the holdout, looks at the holdout, and publishes.
 * Thread-safe; holds no state of a run.
 */
public final class TrainingPipeline implements RunWork {

  private final DatasetAssembler assembler;
  private final ParallelFits fits;
  private final Judge judge;
  private final ModelPublisher publisher;
  private final RunLedger ledger;

  public TrainingPipeline(
      DatasetAssembler assembler,
      ParallelFits fits,
      Judge judge,
      ModelPublisher publisher,
      RunLedger ledger) {
    this.assembler = assembler;
    this.fits = fits;
    this.judge = judge;
    this.publisher = publisher;
    this.ledger = ledger;
  }

  @Override
  public RunOutcome run(RunPlan plan, RunMonitor monitor) throws IOException, InterruptedException {
    Dataset dataset = assemble(plan, monitor);
    ledger.recordSamples(plan.trainingId(), dataset);
    return switch (plan.split().split(dataset, plan.maxTrainSamples())) {
      case SplitResult.TooLittleData parts -> new RunOutcome.Impossible(tooLittle(dataset, parts));
      case SplitResult.Cut(FoldPlan folds) -> fit(plan, dataset, folds, monitor);
    };
  }

  private Dataset assemble(RunPlan plan, RunMonitor monitor) {
    monitor.report(RunStep.DATASET, 0, "reading candles");
    return assembler.assemble(
        plan.dataset(),
        (done, of) ->
            monitor.report(
                RunStep.DATASET,
                (double) done / of,
                "features of " + done + " of " + of + " symbols"));
  }

  private static String tooLittle(Dataset dataset, SplitResult.TooLittleData parts) {
    return "not enough data: %d labelled bars of %d symbols leave fold %d %d training, %d validation and %d test samples"
        .formatted(
            dataset.size(),
            dataset.sampledSymbols().size(),
            parts.fold(),
            parts.train(),
            parts.validation(),
            parts.test());
  }

  private RunOutcome fit(RunPlan plan, Dataset dataset, FoldPlan folds, RunMonitor monitor)
      throws IOException, InterruptedException {
    int least = judge.gate().minTrainingSamples();
    if (folds.leastTrainSamples() < least) {
      return new RunOutcome.Impossible(
          "not enough training samples in the smallest fold: %d, at least %d are required (MIN_TRAINING_SAMPLES)"
              .formatted(folds.leastTrainSamples(), least));
    }
    return switch (new FoldFits(fits, ledger).run(plan, folds, monitor)) {
      case FoldFits.Result.Cancelled _ -> new RunOutcome.Cancelled();
      case FoldFits.Result.Diverged(int diverged, int of) ->
          new RunOutcome.Impossible(
              "no evidence: the loss of %d of %d fits left the finite numbers"
                  .formatted(diverged, of));
      case FoldFits.Result.Fitted(List<FoldFit> fitted) ->
          judge(plan, dataset, folds, fitted, monitor);
    };
  }

  private RunOutcome judge(
      RunPlan plan, Dataset dataset, FoldPlan folds, List<FoldFit> fitted, RunMonitor monitor)
      throws IOException, InterruptedException {
    monitor.report(RunStep.JUDGE, 0, "fitting the baselines and judging out of fold");
    WalkForwardExamination examination = judge.examination(folds, plan.dataset().label());
    OutOfFold outOfFold = examination.outOfFold(fitted);
    Standardizer standardizer = Standardizer.fit(folds.refit().standardizing());
    FitTask refit =
        new FitTask(
            folds.refit(),
            standardizer,
            plan.hyperparameters(),
            outOfFold.refit().seed(),
            new Stopping.AfterEpochs(outOfFold.refit().epochs()));
    FitMessages messages = new FitMessages(monitor, RunStep.REFIT, List.of(refit));
    return switch (fits.run(List.of(refit), messages::of).getFirst()) {
      case FitOutcome.Cancelled _ -> new RunOutcome.Cancelled();
      case FitOutcome.Diverged(int epoch) ->
          new RunOutcome.Impossible(
              "no network: the loss of the refit left the finite numbers in epoch " + epoch);
      case FitOutcome.Fitted(var network) -> {
        Judgement judgement = new Judgement(plan, dataset, folds, outOfFold, standardizer, network);
        Evidence evidence = judgement.examine(examination, ledger.trials(plan.line()));
        double speed =
            fitted.stream().mapToDouble(FoldFit::samplesPerSecond).average().orElseThrow();
        yield end(judgement, evidence, judgement.metrics(evidence, speed), fitted, monitor);
      }
    };
  }

  private RunOutcome end(
      Judgement judgement,
      Evidence evidence,
      RunMetrics metrics,
      List<FoldFit> fitted,
      RunMonitor monitor)
      throws IOException {
    GateVerdict verdict = judge.gate().judge(evidence);
    if (monitor.cancelled()) {
      return new RunOutcome.Cancelled();
    }
    if (!judgement.plan().publish()) {
      return new RunOutcome.Judged(metrics, verdict, null);
    }
    monitor.report(RunStep.PUBLISH, 0, "measuring what the network uses, then publishing");
    ModelRecord published =
        publisher.publish(
            judgement.draft(evidence.report(), verdict, fitted), judgement.plan().requestedBy());
    return new RunOutcome.Judged(metrics, verdict, published);
  }
}
