package com.aicashevolution.trainer.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.evaluation.Interval;
import com.aicashevolution.evaluation.Skill;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class BlockBootstrapTest {

  /**
   * The claim is coverage: where the true difference is 0, at most about 5 % of lower bounds may
   * lie above it, also when neighbours depend on each other as overlapping labels do and symbols
   * move together. 5 % of 400 is 20; three standard deviations more are 33.
   */
  @Test
  void lowerBoundExceedsTheTruthAboutAsRarelyAsItSays() {
    SplittableRandom random = new SplittableRandom(1);
    int above = 0;
    for (int history = 0; history < 400; history++) {
      Skill skill = skillOfNoise(random, 600, 4, 6, 24);
      above += skill.lower() > 0 ? 1 : 0;
    }
    assertThat(above).isBetween(5, 40);
  }

  /** The same histories judged bar by bar are fooled well above 5 %, which of 200 is 10. */
  @Test
  void blocksOfOneObservationWouldBeFooled() {
    SplittableRandom random = new SplittableRandom(1);
    int above = 0;
    for (int history = 0; history < 200; history++) {
      above += skillOfNoise(random, 600, 4, 6, 1).lower() > 0 ? 1 : 0;
    }
    assertThat(above).isGreaterThan(25);
  }

  @Test
  void boundApproachesTheNormalOneForIndependentObservations() {
    SplittableRandom random = new SplittableRandom(2);
    int n = 4_000;
    long[] instants = new long[n];
    double[] values = new double[n];
    double sum = 0;
    for (int i = 0; i < n; i++) {
      instants[i] = i;
      values[i] = 0.1 + random.nextGaussian();
      sum += values[i];
    }
    Skill skill = BlockBootstrap.of(instants, values, 1).skill(0.95);

    assertThat(skill.difference()).isCloseTo(sum / n, within(1e-9));
    assertThat(skill.difference() - skill.lower()).isCloseTo(1.645 / Math.sqrt(n), within(0.003));
  }

  @Test
  void givesTheSameBoundTwiceAndCountsItsBlocks() {
    long[] instants = {1, 1, 2, 3, 3, 4, 5};
    double[] values = {1, 0, -1, 0, 1, 1, 0};
    Skill skill = BlockBootstrap.of(instants, values, 2).skill(0.9);

    assertThat(skill).isEqualTo(BlockBootstrap.of(instants, values, 2).skill(0.9));
    assertThat(skill.blocks()).isEqualTo(3);
    assertThat(skill.difference()).isCloseTo(2.0 / 7, within(1e-12));
    assertThat(skill.lower()).isLessThan(skill.difference());
  }

  @Test
  void aBlockLongerThanTheTailIsTheTail() {
    Skill skill = BlockBootstrap.of(new long[] {1, 2}, new double[] {1, 0}, 24).skill(0.95);
    assertThat(skill.blockBars()).isEqualTo(2);
    assertThat(skill.lower()).isEqualTo(0.5);
  }

  @Test
  void boundsOfADifferenceAreThoseOfIndependentMeans() {
    SplittableRandom random = new SplittableRandom(3);
    ResampledMean first = normal(random, 0.4, 2_000);
    ResampledMean second = normal(random, 0.1, 500);
    Interval difference = first.minus(second, 0.95);

    assertThat(difference.value()).isCloseTo(first.mean() - second.mean(), within(1e-12));
    double error = 1.645 * Math.sqrt(1 / 2_000.0 + 1 / 500.0);
    assertThat(difference.value() - difference.lower()).isCloseTo(error, within(0.01));
    assertThat(difference.upper() - difference.value()).isCloseTo(error, within(0.01));
  }

  private static ResampledMean normal(SplittableRandom random, double mean, int n) {
    long[] instants = new long[n];
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      instants[i] = i;
      values[i] = mean + random.nextGaussian();
    }
    return BlockBootstrap.of(instants, values, 1);
  }

  @Test
  void refusesToBoundNothing() {
    assertThatThrownBy(() -> BlockBootstrap.of(new long[0], new double[0], 1))
        .hasMessageContaining("were 0 and 0");
  }

  /** Differences in {-1, 0, 1} whose sign lasts {@code run} bars and is shared by all symbols. */
  private static Skill skillOfNoise(
      SplittableRandom random, int bars, int symbols, int run, int blockBars) {
    long[] instants = new long[bars * symbols];
    double[] values = new double[bars * symbols];
    double common = 0;
    for (int i = 0; i < instants.length; i++) {
      int bar = i / symbols;
      if (i % (symbols * run) == 0) {
        common = random.nextInt(3) - 1;
      }
      instants[i] = bar;
      values[i] = random.nextBoolean() ? common : random.nextInt(3) - 1;
    }
    return BlockBootstrap.of(instants, values, blockBars).skill(0.95);
  }
}
