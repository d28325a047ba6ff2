package com.aicashevolution.trainer.training.baseline.tribuo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SyntheticSamples;
import com.aicashevolution.trainer.dataset.WalkForward;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code IT} because XGBoost loads a native library, not because it needs a server. */
class TribuoBaselineIT {

  private static final Fold FOLD =
      ((SplitResult.Cut)
              WalkForward.withLeastEmbargo(1, 0.1, 0.2, 6)
                  .split(SyntheticSamples.dataset(3, 1_500, 11), 100_000))
          .plan()
          .folds()
          .getFirst();

  static Stream<TribuoBaseline> baselines() {
    return baselines(SampleWeighting.UNIQUENESS);
  }

  private static Stream<TribuoBaseline> baselines(SampleWeighting weighting) {
    return Stream.of(
        TribuoBaseline.logisticRegression(weighting), TribuoBaseline.boostedTrees(weighting));
  }

  /** The sum over the last three of twenty rows decides: newest row and means hold half of it. */
  @ParameterizedTest
  @MethodSource("baselines")
  void learnsWhatNewestRowAndMeansHold(TribuoBaseline baseline) {
    float[] probabilities = baseline.probabilities(FOLD);
    ClassificationMetrics metrics = ClassificationMetrics.of(FOLD.test().labels(), probabilities);

    assertThat(metrics.samples()).isEqualTo(FOLD.test().size());
    assertThat(metrics.accuracy()).isGreaterThan(0.45);
    assertThat(metrics.logLoss()).isLessThan(Math.log(3) - 0.02);
    for (int i = 0; i < probabilities.length; i += 3) {
      assertThat(probabilities[i] + probabilities[i + 1] + probabilities[i + 2])
          .isCloseTo(1, within(1e-5f));
    }
  }

  @Test
  void weighsSamplesAsItWasTold() {
    List<TribuoBaseline> unique = baselines(SampleWeighting.UNIQUENESS).toList();
    List<TribuoBaseline> equal = baselines(SampleWeighting.EQUAL).toList();
    for (int i = 0; i < unique.size(); i++) {
      assertThat(unique.get(i).probabilities(FOLD)).isNotEqualTo(equal.get(i).probabilities(FOLD));
    }
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void givesTheSameAnswersTwice(TribuoBaseline baseline) {
    assertThat(baseline.probabilities(FOLD)).isEqualTo(baseline.probabilities(FOLD));
  }

  @ParameterizedTest
  @MethodSource("baselines")
  void givesTheSameAnswersBesideAnother(TribuoBaseline baseline) {
    float[] alone = baseline.probabilities(FOLD);
    List<float[]> together =
        Stream.of(FOLD, FOLD, FOLD, FOLD).parallel().map(baseline::probabilities).toList();

    assertThat(together).allSatisfy(answers -> assertThat(answers).isEqualTo(alone));
  }
}
