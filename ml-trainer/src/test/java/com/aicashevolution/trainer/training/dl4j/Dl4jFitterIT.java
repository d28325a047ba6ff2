package com.aicashevolution.trainer.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SyntheticSamples;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.training.FitObserver;
import com.aicashevolution.trainer.training.FitOutcome;
import com.aicashevolution.trainer.training.FitOutcome.FittedNetwork;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import com.aicashevolution.trainer.training.ParallelFits;
import com.aicashevolution.trainer.training.Start;
import com.aicashevolution.trainer.training.Stopping;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fits with the native library; {@code IT} because it loads one, not because it needs a server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class Dl4jFitterIT {

  private static final Fold FOLD = fold();
  private static final Standardizer STANDARDIZER = Standardizer.fit(FOLD.standardizing());

  private final Dl4jFitter fitter = new Dl4jFitter(System::nanoTime);

  /** One fit for the tests that only look at it. */
  private final Recorder recorder = new Recorder(Integer.MAX_VALUE);

  private final FittedNetwork network = fitted(fitter.fit(task(7, false, 8), recorder));
  private final List<FitObserver.FitProgress> learned = List.copyOf(recorder.progress);

  @Test
  void learnsWhatTheWindowsHold() {

    // ln 3 = 1.0986 is what knowing nothing costs.
    assertThat(network.validationLogLoss()).isLessThan(0.7);
    FitObserver.FitProgress last = learned.getLast();
    assertThat(last.epoch()).isEqualTo(network.epochs());
    assertThat(last.epochFraction()).isEqualTo(1);
    assertThat(last.bestValidationLogLoss()).isEqualTo(network.validationLogLoss());
    assertThat(network.samplesPerSecond()).isPositive();
  }

  @Test
  void givesTheWeightsOfTheBestEpochAndNotOfTheLast() {
    SampleSet validation = FOLD.validation();
    float[] probabilities =
        fitter.referenceProbabilities(
            network.modelZip(), validation.windows(0, validation.size(), STANDARDIZER));

    double sum = 0;
    for (int i = 0; i < validation.size(); i++) {
      sum -= Math.log(probabilities[3 * i + validation.label(i).ordinal()]);
    }
    assertThat(sum / validation.size()).isCloseTo(network.validationLogLoss(), within(1e-6));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void exportsWeightsThatMeanWhatTheLibraryComputes(boolean batchNorm) {
    FittedNetwork exported = fitted(fitter.fit(task(3, batchNorm, 2), recorder));
    int count = 32;
    float[] windows = FOLD.test().windows(0, count, STANDARDIZER);
    float[] library = fitter.referenceProbabilities(exported.modelZip(), windows);

    for (int i = 0; i < count; i++) {
      double[] textbook =
          TextbookForward.softmax(
              exported.parameters(), windows, i * FeatureWindow.LENGTH, FeatureSchema.WINDOW_BARS);
      for (int c = 0; c < 3; c++) {
        assertThat((double) library[3 * i + c]).isCloseTo(textbook[c], within(1e-6));
      }
    }
    assertThat(exported.parameters().head()).hasSize(batchNorm ? 3 : 2);
  }

  @Test
  void givesTheSameBitsAloneAndBesideAnotherFit() throws InterruptedException {
    List<FitOutcome> together =
        new ParallelFits(fitter, 2).run(List.of(task(7, true, 2), task(8, true, 2)), recorder);
    FittedNetwork alone = fitted(fitter.fit(task(7, true, 2), recorder));

    assertSameBits(fitted(together.get(0)).parameters(), alone.parameters());
    assertThat(fitted(together.get(1)).parameters().recurrent().getFirst().inputWeights())
        .isNotEqualTo(alone.parameters().recurrent().getFirst().inputWeights());
  }

  @Test
  void weighsSamplesAsItWasTold() {
    FitTask weighted = task(7, false, 1);
    Optimisation chosen = weighted.hyperparameters().optimisation();
    FitTask equal =
        FitTask.onValidation(
            FOLD,
            STANDARDIZER,
            new Hyperparameters(
                weighted.hyperparameters().architecture(),
                new Optimisation(
                    chosen.learningRate(),
                    chosen.l2(),
                    chosen.batchSize(),
                    chosen.maxEpochs(),
                    chosen.patienceEpochs(),
                    chosen.classWeightPower(),
                    SampleWeighting.EQUAL)),
            7);

    assertThat(fitted(fitter.fit(equal, recorder)).parameters())
        .usingRecursiveComparison()
        .isNotEqualTo(fitted(fitter.fit(weighted, recorder)).parameters());
  }

  /** Same minibatches, same dropout, same initial weights: only the arithmetic differs. */
  @Test
  void learnsWhatTheLibraryAloneLearns() {
    FittedNetwork stock =
        fitted(new Dl4jFit(task(7, true, 3), recorder, System::nanoTime, _ -> {}).run());
    FittedNetwork kernel = fitted(fitter.fit(task(7, true, 3), recorder));
    assertThat(kernel.epochs()).isEqualTo(stock.epochs());
    assertThat(kernel.validationLogLoss()).isCloseTo(stock.validationLogLoss(), within(1e-3));
  }

  /** The refit: the epochs the folds chose, whatever any validation would say. */
  @Test
  void fitsExactlyTheEpochsItWasToldToAndMatchesTheFitThatChoseThem() {
    FitTask choosing = task(7, false, 8);
    FitTask told =
        new FitTask(
            FOLD,
            STANDARDIZER,
            choosing.hyperparameters(),
            7,
            new Stopping.AfterEpochs(network.bestEpoch()));
    FittedNetwork refitted = fitted(fitter.fit(told, recorder));

    assertThat(refitted.epochs()).isEqualTo(network.bestEpoch());
    assertThat(refitted.bestEpoch()).isEqualTo(network.bestEpoch());
    assertThat(refitted.validationLogLoss()).isNaN();
    assertSameBits(refitted.parameters(), network.parameters());
  }

  @Test
  void givesTheSameBitsFromTheSameParentAndSeed() {
    Start start = new Start.Parent(network.modelZip(), STANDARDIZER);
    FitTask task = from(start, 1);
    FittedNetwork first = fitted(fitter.fit(task, recorder));

    assertSameBits(fitted(fitter.fit(task, recorder)).parameters(), first.parameters());
    assertThat(first.parameters().recurrent().getFirst().inputWeights())
        .isNotEqualTo(network.parameters().recurrent().getFirst().inputWeights());
    // After one epoch it knows what its parent took several for, and a stranger does not.
    assertThat(first.validationLogLoss()).isLessThan(network.validationLogLoss() + 0.05);
    assertThat(fitted(fitter.fit(from(new Start.Random(), 1), recorder)).validationLogLoss())
        .isGreaterThan(first.validationLogLoss() + 0.05);
  }

  private static FitTask from(Start start, int maxEpochs) {
    FitTask task = task(9, false, maxEpochs);
    return new FitTask(
        FOLD, STANDARDIZER, task.hyperparameters(), task.seed(), task.stopping(), start);
  }

  @Test
  void stopsWithinAMinibatchWhenCancelled() {
    Recorder impatient = new Recorder(3);
    assertThat(fitter.fit(task(7, false, 1000), impatient))
        .isInstanceOf(FitOutcome.Cancelled.class);
    assertThat(impatient.asked).isEqualTo(3);
  }

  @Test
  void namesTheLibraryTheBackendAndItsThreads() {
    assertThat(fitter.provenance())
        .containsEntry("dl4j", "1.0.0-M2.1")
        .containsEntry("nd4j", "1.0.0-M2.1")
        .containsEntry("nd4j_backend", "CpuBackend")
        .containsEntry("omp_threads", "1")
        .containsKeys("nd4j_binary_level", "nd4j_blas");
  }

  private static void assertSameBits(LstmParameters actual, LstmParameters expected) {
    assertThat(actual).usingRecursiveComparison().isEqualTo(expected);
  }

  private static FittedNetwork fitted(FitOutcome outcome) {
    assertThat(outcome).isInstanceOf(FitOutcome.Fitted.class);
    return ((FitOutcome.Fitted) outcome).network();
  }

  private static FitTask task(long seed, boolean batchNorm, int maxEpochs) {
    return FitTask.onValidation(
        FOLD,
        STANDARDIZER,
        new Hyperparameters(
            new Architecture(List.of(16, 8), 8, 0.1, batchNorm),
            new Optimisation(5e-3, 0, 64, maxEpochs, 2, 0.5, SampleWeighting.UNIQUENESS)),
        seed);
  }

  private static Fold fold() {
    return ((SplitResult.Cut)
            WalkForward.withLeastEmbargo(1, 0.05, 0.25, 6)
                .split(SyntheticSamples.dataset(3, 1_300, 42), Integer.MAX_VALUE))
        .plan()
        .folds()
        .getFirst();
  }

  /** Remembers what it was told and cancels when it has been asked {@code patience} times. */
  private static final class Recorder implements FitObserver {

    private final int patience;
    private final List<FitProgress> progress = Collections.synchronizedList(new ArrayList<>());
    private int asked;

    Recorder(int patience) {
      this.patience = patience;
    }

    @Override
    public synchronized boolean cancelled() {
      return ++asked >= patience;
    }

    @Override
    public void progressed(FitProgress reported) {
      progress.add(reported);
    }
  }
}
