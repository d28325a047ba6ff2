package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.evaluation.WalkForwardReport;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.ModelManifest.TrainingData;
import com.aicashevolution.trainer.attribution.AttributedNetwork;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.gate.Evidence;
import com.aicashevolution.trainer.gate.OutOfFold;
import com.aicashevolution.trainer.gate.WalkForwardExamination;
import com.aicashevolution.trainer.leak.LeakAlarm;
import com.aicashevolution.trainer.leak.LeakCanaries;
import com.aicashevolution.trainer.leak.TrainingPath;
import com.aicashevolution.trainer.pipeline.DriftCalibration.Answered;
import com.aicashevolution.trainer.pipeline.RunMetrics.Samples;
import com.aicashevolution.trainer.publishing.Draft;
import com.aicashevolution.trainer.publishing.ModelPublisher;
import com.aicashevolution.trainer.training.FitOutcome.FittedNetwork;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.KernelScores;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The network of a run on its way to a verdict.
 *
 * @param outOfFold what the folds showed
 * @param standardizer fitted on the whole development part
 * @param network fitted on the whole development part
 */
record Judgement(
    RunPlan plan,
    Dataset dataset,
    FoldPlan folds,
    OutOfFold outOfFold,
    Standardizer standardizer,
    FittedNetwork network) {

  /** Windows of the holdout on which serving must agree with the library. */
  private static final int CHECK_WINDOWS = 256;

  private SampleSet holdout() {
    return folds.refit().test();
  }

  private TemperatureScaling calibration() {
    return outOfFold.refit().calibration();
  }

  /**
   * Looks at the holdout.
   *
   * @param trials fits of the line in the ledger
   */
  Evidence examine(WalkForwardExamination examination, long trials) {
    float[] logits = KernelScores.logits(network.parameters(), holdout(), standardizer);
    int excluded = dataset.excludedForGaps();
    return new Evidence(
        new Evidence.Data(
            folds.leastTrainSamples(),
            outOfFold.report().model().samples(),
            holdout().size(),
            dataset.simulated(),
            (double) excluded / (dataset.size() + excluded),
            trials,
            leaks()),
        examination.withHoldout(outOfFold, calibration().applyAll(logits)));
  }

  /** What the cheap canaries say about the very candles and folds of this run. */
  private List<String> leaks() {
    TrainingPath path =
        new TrainingPath.OfARun(
            dataset.timeframe(), dataset.label(), plan.split(), plan.maxTrainSamples());
    return LeakCanaries.watch(path, dataset, folds).stream().map(LeakAlarm::sentence).toList();
  }

  RunMetrics metrics(Evidence evidence, double samplesPerSecond, @Nullable SearchOutcome search) {
    return new RunMetrics(
        outOfFold.report(),
        evidence.weakestSkill(),
        evidence.report(),
        calibration().temperature(),
        network.seed(),
        network.epochs(),
        ModelPublisher.weightsSha256(network.parameters()),
        dataset.hash(),
        new Samples(
            folds.refit().train().size(),
            outOfFold.report().model().samples(),
            holdout().size(),
            dataset.excludedForGaps()),
        samplesPerSecond,
        plan.hyperparameters(),
        search,
        plan.warmStart());
  }

  /**
   * What is to be published.
   *
   * @param fitted every fit of the folds
   */
  Draft draft(WalkForwardReport report, GateVerdict verdict, List<FoldFit> fitted) {
    TrainingData data =
        new TrainingData(
            dataset.from(),
            dataset.to(),
            folds.refit().train().size(),
            outOfFold.report().model().samples(),
            holdout().size(),
            dataset.hash());
    return new Draft(
        new Draft.Origin(
            plan.line(),
            dataset.timeframe(),
            dataset.sampledSymbols(),
            dataset.simulated(),
            dataset.label(),
            data,
            plan.trainingId(),
            plan.warmStart()),
        plan.hyperparameters().architecture(),
        standardizer,
        calibration(),
        network,
        new Draft.Judged(outOfFold.report(), report, verdict),
        attributed(),
        new DriftCalibration(dataset).references(answered(fitted)),
        checkWindows());
  }

  /** Of the seed that is published, out of fold, and of the network itself on the holdout. */
  private List<Answered> answered(List<FoldFit> fitted) {
    List<Answered> answered = new ArrayList<>();
    for (FoldFit fit : fitted) {
      if (fit.seed() == network.seed()) {
        answered.add(new Answered(folds.folds().get(fit.fold()).test(), fit.probabilities()));
      }
    }
    float[] logits = KernelScores.logits(network.parameters(), holdout(), standardizer);
    answered.add(new Answered(holdout(), calibration().applyAll(logits)));
    return answered;
  }

  /** The network never saw the holdout: what it uses there is what it will use. */
  private AttributedNetwork attributed() {
    return AttributedNetwork.of(
        network.parameters(),
        calibration(),
        standardizer,
        new AttributedNetwork.Samples(folds.refit().train(), holdout()),
        network.seed());
  }

  /** Windows spread evenly over the holdout. */
  private float[] checkWindows() {
    int count = Math.min(CHECK_WINDOWS, holdout().size());
    float[] windows = new float[count * FeatureWindow.LENGTH];
    for (int i = 0; i < count; i++) {
      int sample = (int) ((long) i * holdout().size() / count);
      holdout().copyWindow(sample, standardizer, windows, i * FeatureWindow.LENGTH);
    }
    return windows;
  }
}
