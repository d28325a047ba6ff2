package com.aicashevolution.trainer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.ConformalClassifier;
import com.aicashevolution.evaluation.ConformalCoverage;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.evaluation.WalkForwardReport;
import com.aicashevolution.evaluation.WalkForwardReport.ConformalResult;
import com.aicashevolution.evaluation.WalkForwardReport.SeedResult;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SyntheticSamples;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.baseline.Baseline;
import com.aicashevolution.trainer.training.baseline.LastBar;
import com.aicashevolution.trainer.training.baseline.Prior;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WalkForwardExaminationTest {

  private static final FoldPlan PLAN =
      ((SplitResult.Cut)
              WalkForward.withLeastEmbargo(2, 0.2, 0.25, 6)
                  .split(SyntheticSamples.dataset(2, 600, 3), 10_000))
          .plan();
  private static final List<Baseline> BASELINES =
      List.of(new Prior(), LastBar.persistence(), new Learned());

  private final WalkForwardExamination examination =
      new WalkForwardExamination(PLAN, BASELINES, 6, 0.95);

  @Test
  void publishesTheSeedInTheMiddleAndNeverTheBest() {
    OutOfFold judged = examination.outOfFold(fits(0.9, 0.5, 0.7));

    assertThat(judged.seeds()).extracting(SeedResult::seed).containsExactly(0L, 1L, 2L);
    assertThat(judged.refit().seed()).isEqualTo(2);
    assertThat(judged.report().model()).isEqualTo(judged.seeds().get(2).model());
    assertThat(examination.outOfFold(fits(0.9, 0.5)).refit().seed())
        .as("of two in the middle the worse")
        .isOne();
  }

  @Test
  void everySeedIsJudgedOnAllFoldsTogether() {
    OutOfFold judged = examination.outOfFold(fits(0.9, 0.5, 0.7));
    int samples = PLAN.folds().stream().mapToInt(fold -> fold.test().size()).sum();

    for (SeedResult seed : judged.seeds()) {
      assertThat(seed.model().samples()).isEqualTo(samples);
      assertThat(seed.skillOver()).containsOnlyKeys("best_constant", "majority", "persistence");
      assertThat(seed.skillOverLearned()).containsOnlyKeys("learned");
      assertThat(seed.accuracy().value()).isEqualTo(seed.model().accuracy());
      assertThat(seed.accuracy().lower()).isLessThan(seed.model().accuracy());
    }
    assertThat(judged.folds()).hasSize(2);
    assertThat(judged.folds().getLast().from()).isAfter(judged.folds().getFirst().to());
    double weighted =
        judged.folds().stream()
            .mapToDouble(fold -> fold.fits().getFirst().accuracy() * fold.samples())
            .sum();
    assertThat(weighted / samples)
        .isCloseTo(judged.seeds().getFirst().model().accuracy(), within(1e-12));
  }

  @Test
  void saysTheSameHoweverManyBaselinesAreFittedAtOnce() throws InterruptedException {
    WalkForwardExamination inParallel =
        WalkForwardExamination.inParallel(PLAN, BASELINES, 6, 0.95, 3);
    OutOfFold expected = examination.outOfFold(fits(0.9, 0.5));
    OutOfFold actual = inParallel.outOfFold(fits(0.9, 0.5));

    assertThat(actual.seeds()).isEqualTo(expected.seeds());
    assertThat(actual.report()).isEqualTo(expected.report());
    float[] answers = new Prior().probabilities(PLAN.refit());
    assertThat(inParallel.withHoldout(actual, answers))
        .isEqualTo(examination.withHoldout(expected, answers));
  }

  @Test
  void failsWithTheBaselineThatFails() {
    Baseline broken =
        new Learned() {
          @Override
          public float[] probabilities(Fold fold) {
            throw new IllegalArgumentException("no trees grow here");
          }
        };
    assertThatThrownBy(
            () -> WalkForwardExamination.inParallel(PLAN, List.of(new Prior(), broken), 6, 0.95, 2))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no trees grow here");
  }

  @Test
  void refitsForTheMedianEpochWithOneTemperatureOfAllLogits() {
    OutOfFold judged = examination.outOfFold(fits(0.9, 0.5, 0.7));

    // seeds 0, 1, 2 on folds 0, 1 stopped best after 1, 2, 2, 3, 3, 4 epochs
    assertThat(judged.refit().epochs()).isEqualTo(3);
    assertThat(judged.refit().calibration().temperature()).isNotEqualTo(1.0);
  }

  @Test
  void theHoldoutIsComparedWithWhatWasSeenOutOfFold() {
    OutOfFold judged = examination.outOfFold(fits(0.7));
    SampleSet holdout = PLAN.refit().test();
    float[] fallen = TemperatureScaling.NONE.applyAll(logits(holdout, 0.3, 99));
    float[] same = TemperatureScaling.NONE.applyAll(logits(holdout, 0.7, 99));

    WalkForwardReport report = examination.withHoldout(judged, fallen);
    assertThat(report.holdout().report().model().samples()).isEqualTo(holdout.size());
    assertThat(report.holdout().report().baselines()).hasSize(3);
    assertThat(report.holdout().change().upper()).isNegative();
    assertThat(examination.withHoldout(judged, same).holdout().change().upper()).isPositive();
    assertThat(report.holdout().from()).isAfter(report.folds().getLast().to());
  }

  /**
   * All answers of a seed are equally sure: right in more than 90 %, one is enough; else all are.
   */
  @Test
  void countsTheSetsOfEachSeedOnEveryFoldAndThePublishedOnesOnTheHoldout() {
    OutOfFold judged = examination.outOfFold(fits(0.97, 0.5));
    SampleSet holdout = PLAN.refit().test();
    float[] answers = judged.refit().calibration().applyAll(logits(holdout, 0.7, 99));
    ConformalResult sets = Objects.requireNonNull(examination.withHoldout(judged, answers).sets());

    int samples = PLAN.outOfFold().size();
    double right = judged.seeds().getFirst().model().accuracy();
    assertThat(sets.seeds().getFirst().samples()).isEqualTo(samples);
    assertThat(sets.seeds().getFirst().coverage()).isCloseTo(right, within(1e-12));
    assertThat(sets.seeds().getFirst().meanSize()).isCloseTo(1, within(1e-12));
    assertThat(sets.seeds().getLast()).isEqualTo(new ConformalCoverage(0.1, samples, 1, 3, 0));
    assertThat(sets.published().calibrationSamples()).isEqualTo(2 * PLAN.outOfFold().size());
    assertThat(sets.holdout())
        .isEqualTo(ConformalCoverage.of(sets.published(), holdout.labels(), answers));
  }

  /** Fits that are right in the given share of cases, one share per seed. */
  private static List<FoldFit> fits(double... right) {
    List<FoldFit> fits = new ArrayList<>();
    for (int seed = 0; seed < right.length; seed++) {
      for (Fold fold : PLAN.folds()) {
        float[] validation = logits(fold.validation(), right[seed], 7 + seed);
        fits.add(
            new FoldFit(
                fold.number(),
                seed,
                1 + seed + fold.number(),
                9,
                1_000,
                TemperatureScaling.NONE,
                ConformalClassifier.fit(
                    fold.validation().labels(), TemperatureScaling.NONE.applyAll(validation), 0.1),
                ClassificationMetrics.of(
                    fold.validation().labels(), TemperatureScaling.NONE.applyAll(validation)),
                logits(fold.test(), right[seed], seed)));
      }
    }
    return fits;
  }

  private static float[] logits(SampleSet samples, double right, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    float[] logits = new float[3 * samples.size()];
    for (int i = 0; i < samples.size(); i++) {
      int label = samples.label(i).ordinal();
      logits[3 * i + (random.nextDouble() < right ? label : (label + 1) % 3)] = 2;
    }
    return logits;
  }

  /** One that knows seven answers of ten. */
  private static class Learned implements Baseline {

    @Override
    public String name() {
      return "learned";
    }

    @Override
    public boolean learned() {
      return true;
    }

    @Override
    public float[] probabilities(Fold fold) {
      return TemperatureScaling.NONE.applyAll(logits(fold.test(), 0.7, 5));
    }
  }
}
