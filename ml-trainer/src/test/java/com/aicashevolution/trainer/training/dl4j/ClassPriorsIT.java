package com.aicashevolution.trainer.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SyntheticSamples;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.training.FitObserver;
import com.aicashevolution.trainer.training.FitOutcome;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;

/** With the native library. */
class ClassPriorsIT {

  private static final float[] WEIGHTS = {2.5f, 0.4f, 1.25f};
  private static final int WINDOWS = 8;

  private final MultiLayerNetwork network = network();

  @AfterEach
  void close() {
    network.close();
  }

  @Test
  void dividesEveryProbabilityByTheWeightOfItsClass() {
    float[] skewed = answers(network);
    ClassPriors.restore(network, WEIGHTS);
    float[] restored = answers(network);

    for (int i = 0; i < WINDOWS; i++) {
      for (int c = 0; c < Direction.COUNT; c++) {
        assertThat((double) restored[i * Direction.COUNT + c])
            .isCloseTo(ClassPriors.restored(skewed, i, c, WEIGHTS), within(1e-6));
      }
    }
    assertThat(restored).isNotEqualTo(skewed);
    ClassPriors.skew(network, WEIGHTS);
    assertThat(answers(network)).containsExactly(skewed, within(1e-6f));
  }

  /** Four in five samples are HOLD: a loss that counts all classes alike must not hide that. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 1})
  void saysHowOftenAClassComesTrueWhateverTheLossMakesOfIt(double classWeightPower) {
    Fold fold =
        ((SplitResult.Cut)
                WalkForward.withLeastEmbargo(1, 0.05, 0.25, 6)
                    .split(SyntheticSamples.dataset(3, 1_300, 42, 1.28), Integer.MAX_VALUE))
            .plan()
            .folds()
            .getFirst();
    Standardizer standardizer = Standardizer.fit(fold.standardizing());
    Dl4jFitter fitter = new Dl4jFitter(System::nanoTime);
    FitOutcome outcome =
        fitter.fit(
            FitTask.onValidation(
                fold,
                standardizer,
                new Hyperparameters(
                    new Architecture(List.of(8), 8, 0, false),
                    new Optimisation(5e-3, 0, 64, 4, 4, classWeightPower, SampleWeighting.EQUAL)),
                7),
            new Unhurried());
    SampleSet test = fold.test();
    float[] probabilities =
        fitter.referenceProbabilities(
            ((FitOutcome.Fitted) outcome).network().modelZip(),
            test.windows(0, test.size(), standardizer));

    for (Direction direction : Direction.values()) {
      double said =
          IntStream.range(0, test.size())
                  .mapToDouble(i -> probabilities[i * Direction.COUNT + direction.ordinal()])
                  .sum()
              / test.size();
      double cameTrue =
          IntStream.range(0, test.size()).filter(i -> test.label(i) == direction).count()
              / (double) test.size();
      assertThat(said).as("%s", direction).isCloseTo(cameTrue, within(0.06));
    }
  }

  private static MultiLayerNetwork network() {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            NetworkConfiguration.of(
                new Hyperparameters(
                    new Architecture(List.of(8), 8, 0, false),
                    new Optimisation(5e-3, 0, 64, 2, 2, 0.5, SampleWeighting.EQUAL)),
                WEIGHTS,
                10,
                3));
    network.init();
    return network;
  }

  private static float[] answers(MultiLayerNetwork network) {
    SplittableRandom random = new SplittableRandom(1);
    float[] windows = new float[WINDOWS * FeatureWindow.LENGTH];
    for (int i = 0; i < windows.length; i++) {
      windows[i] = (float) random.nextGaussian();
    }
    try (INDArray inputs = Minibatches.inputs(windows);
        INDArray output = network.output(inputs)) {
      return RowMajor.of(output);
    }
  }

  /** Lets a fit go on to its end. */
  private static final class Unhurried implements FitObserver {

    @Override
    public boolean cancelled() {
      return false;
    }

    @Override
    public void progressed(FitProgress progress) {}
  }
}
