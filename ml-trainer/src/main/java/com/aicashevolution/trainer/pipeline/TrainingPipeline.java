package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.DatasetAssembler;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.gate.Evidence;
import com.aicashevolution.trainer.gate.Gate;
import com.aicashevolution.trainer.pipeline.RunLedger.Trial;
import com.aicashevolution.trainer.pipeline.RunLedger.TrialMetrics;
import com.aicashevolution.trainer.publishing.ModelPublisher;
import com.aicashevolution.trainer.training.Candidate;
import com.aicashevolution.trainer.training.FitOutcome;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.ParallelFits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs a plan from candles to a verdict. Thread-safe; holds no state of a run. */
public final class TrainingPipeline implements RunWork {

  private final DatasetAssembler assembler;
  private final ParallelFits fits;
  private final Gate gate;
  private final ModelPublisher publisher;
  private final RunLedger ledger;

  public TrainingPipeline(
      DatasetAssembler assembler,
      ParallelFits fits,
      Gate gate,
      ModelPublisher publisher,
      RunLedger ledger) {
    this.assembler = assembler;
    this.fits = fits;
    this.gate = gate;
    this.publisher = publisher;
    this.ledger = ledger;
  }

  @Override
  public RunOutcome run(RunPlan plan, RunMonitor monitor) throws IOException, InterruptedException {
    Dataset dataset = assemble(plan, monitor);
    ledger.recordSamples(plan.trainingId(), dataset);
    return switch (plan.split().split(dataset, plan.maxTrainSamples())) {
      case SplitResult.TooLittleData parts ->
          new RunOutcome.Impossible(
              "not enough data: "
                  + dataset.size()
                  + " labelled bars of "
                  + dataset.sampledSymbols().size()
                  + " symbols leave "
                  + parts.train()
                  + " training, "
                  + parts.validation()
                  + " validation and "
                  + parts.test()
                  + " test samples");
      case SplitResult.Cut(Fold fold) -> fit(plan, dataset, fold, monitor);
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

  private RunOutcome fit(RunPlan plan, Dataset dataset, Fold fold, RunMonitor monitor)
      throws IOException, InterruptedException {
    if (fold.train().size() < gate.minTrainingSamples()) {
      return new RunOutcome.Impossible(
          "not enough training samples: "
              + fold.train().size()
              + ", at least "
              + gate.minTrainingSamples()
              + " are required (MIN_TRAINING_SAMPLES)");
    }
    Standardizer standardizer = Standardizer.fit(fold.standardizing());
    List<FitTask> tasks =
        plan.seeds().stream()
            .map(seed -> new FitTask(fold, standardizer, plan.hyperparameters(), seed))
            .toList();
    monitor.report(RunStep.FIT, 0, "fitting " + tasks.size() + " networks");
    FitMessages messages = new FitMessages(monitor, tasks.size(), fold.train().size());
    List<FitOutcome> outcomes = fits.run(tasks, messages);
    if (outcomes.stream().anyMatch(FitOutcome.Cancelled.class::isInstance) || monitor.cancelled()) {
      return new RunOutcome.Cancelled();
    }
    monitor.report(RunStep.JUDGE, 0, "calibrating and choosing on the validation part");
    List<Candidate> candidates = score(plan, tasks, outcomes);
    if (candidates.isEmpty()) {
      return new RunOutcome.Impossible(
          "no network: the loss of all " + tasks.size() + " fits left the finite numbers");
    }
    return judge(new Judgement(plan, dataset, fold, standardizer, candidates), monitor);
  }

  private List<Candidate> score(RunPlan plan, List<FitTask> tasks, List<FitOutcome> outcomes) {
    List<Candidate> candidates = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      FitTask task = tasks.get(i);
      switch (outcomes.get(i)) {
        case FitOutcome.Fitted(var network) -> {
          Candidate candidate =
              Candidate.of(network, task.fold().validation(), task.standardizer());
          candidates.add(candidate);
          record(
              plan,
              task,
              new TrialMetrics(
                  "fitted",
                  network.bestEpoch(),
                  network.epochs(),
                  network.samplesPerSecond(),
                  candidate.validation()));
        }
        case FitOutcome.Diverged(int epoch) ->
            record(plan, task, new TrialMetrics("diverged", 0, epoch, 0, null));
        case FitOutcome.Cancelled _ ->
            throw new IllegalStateException("a cancelled fit is not scored");
      }
    }
    return candidates.stream().sorted(Candidate.BEST_FIRST).toList();
  }

  private void record(RunPlan plan, FitTask task, TrialMetrics metrics) {
    ledger.recordTrial(
        plan.trainingId(),
        new Trial(plan.line(), task.fold().number(), task.seed(), plan.hyperparameters(), metrics));
  }

  private RunOutcome judge(Judgement judgement, RunMonitor monitor) throws IOException {
    monitor.report(RunStep.JUDGE, 0.5, "examining the untouched tail");
    Evidence evidence = judgement.examine(gate.skillConfidence());
    GateVerdict verdict = gate.judge(evidence);
    RunMetrics metrics = judgement.metrics(evidence);
    if (!judgement.plan().publish() || monitor.cancelled()) {
      return monitor.cancelled()
          ? new RunOutcome.Cancelled()
          : new RunOutcome.Judged(metrics, verdict, null);
    }
    monitor.report(RunStep.PUBLISH, 0, "publishing");
    ModelRecord published =
        publisher.publish(judgement.draft(evidence, verdict), judgement.plan().requestedBy());
    return new RunOutcome.Judged(metrics, verdict, published);
  }
}
