package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.ModelManifest.TrainingData;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.gate.Evidence;
import com.aicashevolution.trainer.gate.TailExamination;
import com.aicashevolution.trainer.pipeline.RunMetrics.Samples;
import com.aicashevolution.trainer.publishing.Draft;
import com.aicashevolution.trainer.publishing.ModelPublisher;
import com.aicashevolution.trainer.training.Candidate;
import com.aicashevolution.trainer.training.KernelScores;
import java.util.List;

/**
 * The fits of a run on their way to a verdict.
 *
 * @param candidates scored on the validation part, the best first; the tail sees only that one
 */
record Judgement(
    RunPlan plan,
    Dataset dataset,
    Fold fold,
    Standardizer standardizer,
    List<Candidate> candidates) {

  /** Windows of the tail on which serving must agree with the library. */
  private static final int CHECK_WINDOWS = 256;

  private Candidate best() {
    return candidates.getFirst();
  }

  Evidence examine(double skillConfidence) {
    float[] logits = KernelScores.logits(best().network().parameters(), fold.test(), standardizer);
    return TailExamination.of(
        fold,
        best().calibration().applyAll(logits),
        dataset.label().horizonBars(),
        skillConfidence);
  }

  RunMetrics metrics(Evidence evidence) {
    return new RunMetrics(
        evidence.report(),
        evidence.skill(),
        best().validation(),
        best().calibration().temperature(),
        best().network().seed(),
        best().network().bestEpoch(),
        ModelPublisher.weightsSha256(best().network().parameters()),
        dataset.hash(),
        new Samples(
            fold.train().size(),
            fold.validation().size(),
            fold.test().size(),
            dataset.excludedForGaps()),
        candidates.stream().mapToDouble(c -> c.network().samplesPerSecond()).sum());
  }

  Draft draft(Evidence evidence, GateVerdict verdict) {
    TrainingData data =
        new TrainingData(
            dataset.from(),
            dataset.to(),
            fold.train().size(),
            fold.validation().size(),
            fold.test().size(),
            dataset.hash());
    return new Draft(
        new Draft.Origin(
            plan.line(),
            dataset.timeframe(),
            dataset.sampledSymbols(),
            dataset.simulated(),
            dataset.label(),
            data,
            plan.trainingId()),
        plan.hyperparameters().architecture(),
        standardizer,
        best().calibration(),
        best().network(),
        evidence.report(),
        verdict,
        checkWindows());
  }

  /** Windows spread evenly over the tail. */
  private float[] checkWindows() {
    SampleSet tail = fold.test();
    int count = Math.min(CHECK_WINDOWS, tail.size());
    float[] windows = new float[count * FeatureWindow.LENGTH];
    for (int i = 0; i < count; i++) {
      int sample = (int) ((long) i * tail.size() / count);
      tail.copyWindow(sample, standardizer, windows, i * FeatureWindow.LENGTH);
    }
    return windows;
  }
}
