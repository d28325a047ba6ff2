package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.trainer.dataset.CandlesChangedException;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.RecordedSeries;
import com.aicashevolution.trainer.dataset.SampleCollector;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.fits.FitOrder;
import com.aicashevolution.trainer.fits.FitPool;
import com.aicashevolution.trainer.fits.FitResult;
import com.aicashevolution.trainer.fits.RunData;
import com.aicashevolution.trainer.fits.RunSources;
import com.aicashevolution.trainer.gate.Evidence;
import com.aicashevolution.trainer.gate.OutOfFold;
import com.aicashevolution.trainer.gate.WalkForwardExamination;
import com.aicashevolution.trainer.publishing.ModelPublisher;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.Stopping;
import com.aicashevolution.trainer.training.WarmStart;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs a plan from candles to a verdict: searches for hyper-parameters if asked to, fits every fold
 * with every seed, judges them on what they had not seen, refits one network on all but the
 * holdout, looks at the holdout, and publishes. Thread-safe; holds no state of a run.
 */
public final class TrainingPipeline implements RunWork {

  /** Comes after the fits of search and folds. */
  private static final int REFIT_NUMBER = 20_000;

  private final RunSources sources;
  private final FitPool pool;
  private final Judge judge;
  private final ModelPublisher publisher;
  private final RunLedger ledger;

  public TrainingPipeline(
      RunSources sources, FitPool pool, Judge judge, ModelPublisher publisher, RunLedger ledger) {
    this.sources = sources;
    this.pool = pool;
    this.judge = judge;
    this.publisher = publisher;
    this.ledger = ledger;
  }

  @Override
  public RunOutcome run(RunPlan plan, RunMonitor monitor) throws IOException, InterruptedException {
    Dataset dataset;
    try {
      dataset = assemble(plan, monitor);
    } catch (CandlesChangedException e) {
      return new RunOutcome.Impossible("the run cannot be taken over: " + e.getMessage());
    }
    return switch (plan.split().split(dataset, plan.maxTrainSamples())) {
      case SplitResult.TooLittleData parts -> new RunOutcome.Impossible(tooLittle(dataset, parts));
      case SplitResult.Cut(FoldPlan folds) -> begin(plan, dataset, folds, monitor);
    };
  }

  private RunOutcome begin(RunPlan plan, Dataset dataset, FoldPlan folds, RunMonitor monitor)
      throws IOException, InterruptedException {
    WarmStart warmStart = plan.warmStart();
    if (warmStart != null) {
      Optional<String> refusal = WarmStartRule.refusal(warmStart, dataset, folds, plan.split());
      if (refusal.isPresent()) {
        return new RunOutcome.Impossible(refusal.get());
      }
    }
    return search(
        plan,
        new RunData(
            dataset,
            folds,
            plan.split().search(dataset, plan.maxTrainSamples()),
            sources.start(warmStart)),
        monitor);
  }

  /** The candles of the run: what is stored, or what it was fed before it was taken over. */
  private Dataset assemble(RunPlan plan, RunMonitor monitor) {
    monitor.report(RunStep.DATASET, 0, "reading candles");
    SampleCollector.Progress progress =
        (done, of) ->
            monitor.report(
                RunStep.DATASET,
                (double) done / of,
                "features of " + done + " of " + of + " symbols");
    List<RecordedSeries> recorded = ledger.recordedSamples(plan.trainingId());
    if (!recorded.isEmpty()) {
      return sources.assembler().assemble(plan.dataset(), recorded, progress);
    }
    Dataset dataset = sources.assembler().assemble(plan.dataset(), progress);
    ledger.recordSamples(plan.trainingId(), dataset);
    return dataset;
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

  private RunOutcome search(RunPlan plan, RunData data, RunMonitor monitor)
      throws IOException, InterruptedException {
    int least = judge.gate().minTrainingSamples();
    if (data.folds().leastTrainSamples() < least) {
      return new RunOutcome.Impossible(
          "not enough training samples in the smallest fold: %d, at least %d are required (MIN_TRAINING_SAMPLES)"
              .formatted(data.folds().leastTrainSamples(), least));
    }
    SearchSpec search = plan.search();
    if (search == null) {
      return fit(plan, null, data, monitor);
    }
    if (data.search().isEmpty()) {
      return new RunOutcome.Impossible(
          "the oldest block of the development part is too short to compare hyper-parameters in");
    }
    return switch (new HyperparameterSearch(pool, ledger).run(plan, search, data, monitor)) {
      case HyperparameterSearch.Result.Cancelled _ -> new RunOutcome.Cancelled();
      case HyperparameterSearch.Result.Diverged(int trials) ->
          new RunOutcome.Impossible(
              "no hyper-parameters: the loss of all of %d trials left the finite numbers"
                  .formatted(trials));
      case HyperparameterSearch.Result.Chosen(var hyperparameters, var outcome) ->
          fit(plan.with(hyperparameters), outcome, data, monitor);
    };
  }

  private RunOutcome fit(
      RunPlan plan, @Nullable SearchOutcome search, RunData data, RunMonitor monitor)
      throws IOException, InterruptedException {
    return switch (new FoldFits(pool, ledger).run(plan, data, monitor)) {
      case FoldFits.Result.Cancelled _ -> new RunOutcome.Cancelled();
      case FoldFits.Result.Diverged(int diverged, int of) ->
          new RunOutcome.Impossible(
              "no evidence: the loss of %d of %d fits left the finite numbers"
                  .formatted(diverged, of));
      case FoldFits.Result.Fitted(List<FoldFit> fitted) ->
          judge(plan, search, data, fitted, monitor);
    };
  }

  private RunOutcome judge(
      RunPlan plan,
      @Nullable SearchOutcome search,
      RunData data,
      List<FoldFit> fitted,
      RunMonitor monitor)
      throws IOException, InterruptedException {
    monitor.report(RunStep.JUDGE, 0, "fitting the baselines and judging out of fold");
    WalkForwardExamination examination = judge.examination(data.folds(), plan.dataset().label());
    OutOfFold outOfFold = examination.outOfFold(fitted);
    FitOrder refit =
        new FitOrder(
            REFIT_NUMBER,
            FitOrder.Kind.REFIT,
            0,
            outOfFold.refit().seed(),
            plan.hyperparameters(),
            new Stopping.AfterEpochs(outOfFold.refit().epochs()));
    FitMessages messages = new FitMessages(monitor, RunStep.REFIT, data, List.of(refit));
    return switch (pool.run(plan.trainingId(), data, List.of(refit), messages).getFirst()) {
      case FitResult.Cancelled _ -> new RunOutcome.Cancelled();
      case FitResult.Diverged(int epoch) ->
          new RunOutcome.Impossible(
              "no network: the loss of the refit left the finite numbers in epoch " + epoch);
      case FitResult.Scored _ ->
          throw new IllegalStateException("a refit makes a network, not its answers");
      case FitResult.Network(var network) -> {
        Judgement judgement =
            new Judgement(
                plan, data.dataset(), data.folds(), outOfFold, data.standardizer(refit), network);
        Evidence evidence = judgement.examine(examination, ledger.trials(plan.line()));
        double speed =
            fitted.stream().mapToDouble(FoldFit::samplesPerSecond).average().orElseThrow();
        yield end(judgement, evidence, judgement.metrics(evidence, speed, search), fitted, monitor);
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
