package com.aicashevolution.trainer.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.platform.artifact.BackgroundCodec;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
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
import com.aicashevolution.trainer.training.dl4j.Dl4jFitter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Explains a network that was really fitted; {@code IT} because that loads a native library. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttributedNetworkIT {

  private static final TemperatureScaling CALIBRATION = new TemperatureScaling(1.3);

  private final Fold fold = fold();
  private final Standardizer standardizer = Standardizer.fit(fold.standardizing());
  private FittedNetwork network;
  private AttributedNetwork attributed;

  @BeforeAll
  void fit() {
    Hyperparameters hyperparameters =
        new Hyperparameters(
            new Architecture(List.of(16), 8, 0, false),
            new Optimisation(0.01, 1e-5, 64, 6, 6, 0.5, SampleWeighting.UNIQUENESS));
    FitOutcome outcome =
        new Dl4jFitter(System::nanoTime)
            .fit(
                FitTask.onValidation(fold, standardizer, hyperparameters, 7),
                new FitObserver() {
                  @Override
                  public boolean cancelled() {
                    return false;
                  }

                  @Override
                  public void progressed(FitProgress progress) {}
                });
    network = ((FitOutcome.Fitted) outcome).network();
    attributed = attribute(7);
  }

  @Test
  void findsTheTwoIndicatorsThatDecideTheLabel() {
    List<Double> importance = attributed.importance().inOrder();
    double others =
        importance.subList(2, importance.size()).stream().mapToDouble(d -> d).max().orElseThrow();

    assertThat(importance.get(0)).isGreaterThan(3 * others);
    assertThat(importance.get(1)).isGreaterThan(3 * others);
  }

  @Test
  void valuesSumToWhatTheyExplain() {
    IndicatorImportance importance = attributed.importance();
    assertThat(importance.worstEfficiencyGap()).isBetween(0.0, 1e-12);
    assertThat(importance.windows()).isEqualTo(64);
    assertThat(importance.background()).isEqualTo(64);
    assertThat(importance.permutations()).isEqualTo(128);
    assertThat(importance.seed()).isEqualTo(7);
  }

  @Test
  void givesTheSameBytesFromTheSameSeedAndOthersFromAnother() {
    AttributedNetwork again = attribute(7);
    AttributedNetwork other = attribute(8);

    assertThat(again.importance()).isEqualTo(attributed.importance());
    assertThat(BackgroundCodec.write(again.background()))
        .isEqualTo(BackgroundCodec.write(attributed.background()));
    assertThat(other.background()).isNotEqualTo(attributed.background());
  }

  @Test
  void drawsDistinctWindowsFromTheTrainingPartAlone() {
    Set<Integer> training = new HashSet<>();
    float[] windows = fold.train().windows(0, fold.train().size(), standardizer);
    for (int i = 0; i < fold.train().size(); i++) {
      training.add(digest(windows, i));
    }
    Set<Integer> drawn = new HashSet<>();
    for (int i = 0; i < 64; i++) {
      drawn.add(digest(attributed.background(), i));
    }
    assertThat(drawn).hasSize(64);
    assertThat(training).containsAll(drawn);
  }

  @Test
  void refusesToExplainNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttributedNetwork.Samples(fold.train(), refit().validation()))
        .withMessageContaining("had " + fold.train().size() + " and 0");
  }

  private AttributedNetwork attribute(long seed) {
    return AttributedNetwork.of(
        network.parameters(),
        CALIBRATION,
        standardizer,
        new AttributedNetwork.Samples(fold.train(), fold.test()),
        seed);
  }

  private static int digest(float[] windows, int i) {
    return Arrays.hashCode(
        Arrays.copyOfRange(windows, i * FeatureWindow.LENGTH, (i + 1) * FeatureWindow.LENGTH));
  }

  private static Fold fold() {
    return cut().folds().getLast();
  }

  /** The refit has no validation part. */
  private static Fold refit() {
    return cut().refit();
  }

  private static FoldPlan cut() {
    return ((SplitResult.Cut)
            WalkForward.withLeastEmbargo(2, 0.2, 0.2, SyntheticSamples.LABEL.horizonBars())
                .split(SyntheticSamples.dataset(2, 2_000, 11), 100_000))
        .plan();
  }
}
