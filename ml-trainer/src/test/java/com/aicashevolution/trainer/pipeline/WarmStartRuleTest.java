package com.aicashevolution.trainer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import com.aicashevolution.trainer.dataset.SyntheticSamples;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.training.WarmStart;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WarmStartRuleTest {

  private static final int EMBARGO = 26;
  private static final WalkForward SPLIT = new WalkForward(2, 0.15, 0.25, EMBARGO, 0);
  private static final Dataset DATASET = SyntheticSamples.dataset(2, 1_200, 7);
  private static final FoldPlan FOLDS = ((SplitResult.Cut) SPLIT.split(DATASET, 10_000)).plan();

  @Test
  void letsAParentBeginWhoseCandlesEndAnEmbargoBeforeWhatIsJudged() {
    assertThat(refusal(firstJudged(-EMBARGO), true)).isEmpty();
    assertThat(refusal(Instant.EPOCH, true)).isEmpty();
  }

  @Test
  void refusesAParentThatSawASingleBarTooMany() {
    SampleSet first = FOLDS.folds().getFirst().test();
    int all = FOLDS.outOfFold().size() + FOLDS.refit().test().size();

    assertThat(refusal(firstJudged(1 - EMBARGO), true))
        .contains(
            "warm start from v20260101_000000 refused: it has seen candles up to %s, and 2 of %d samples that judge this run open before 26 bars have passed since, the first at %s; begin later (from), or from an older version"
                .formatted(
                    firstJudged(1 - EMBARGO),
                    all,
                    Instant.ofEpochSecond(first.openEpochSecond(0))));
  }

  @Test
  void refusesAParentThatSawTheHoldoutAlone() {
    SampleSet holdout = FOLDS.refit().test();
    Instant end = Instant.ofEpochSecond(holdout.openEpochSecond(holdout.size() - 1));
    int all = FOLDS.outOfFold().size() + holdout.size();

    assertThat(refusal(end, true).orElseThrow())
        .contains("and %d of %d samples that judge this run".formatted(all, all));
  }

  @Test
  void refusesAParentOfAnotherKindOfMarket() {
    assertThat(refusal(Instant.EPOCH, false))
        .contains(
            "warm start from v20260101_000000 refused: it learned from real candles, these are simulated");
  }

  /** Open time of the bar {@code offset} bars after the first one that is judged. */
  private static Instant firstJudged(int offset) {
    SampleSet first = FOLDS.folds().getFirst().test();
    SymbolSamples samples = first.symbolSamples(0);
    return samples.series().openTime(first.bar(0) + offset);
  }

  private static Optional<String> refusal(Instant seenUntil, boolean simulated) {
    return WarmStartRule.refusal(
        new WarmStart(new ModelVersion("v20260101_000000"), "ab".repeat(32), seenUntil, simulated),
        DATASET,
        FOLDS,
        SPLIT);
  }
}
