package com.aicashevolution.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClassPriorTest {

  @Test
  void answersWithTheTrainingSharesSmoothedByOneCountEach() {
    // counts 1, 5, 1 and one more each: 2, 6, 2 of 10
    assertThat(ClassPrior.of(new int[] {0, 1, 1, 1, 1, 1, 2}).shares())
        .isEqualTo(List.of(0.2f, 0.6f, 0.2f));
  }

  @Test
  void isRightAsOftenAsTheMajorityOccurs() {
    ClassPrior prior = ClassPrior.of(new int[] {0, 1, 1, 1, 1, 1, 2});
    ClassificationMetrics metrics = prior.judgedBy(new int[] {0, 0, 1, 1, 1, 2, 2, 1});
    assertThat(metrics.accuracy()).isEqualTo(0.5);
    assertThat(metrics.balancedAccuracy()).isEqualTo(1 / 3.0, within(1e-12));
    assertThat(metrics.logLoss()).isEqualTo(-(Math.log(0.6) + Math.log(0.2)) / 2, within(1e-6));
  }

  @Test
  void aClassNeverSeenStaysPossible() {
    assertThat(ClassPrior.of(new int[] {1, 1}).shares()).allMatch(share -> share > 0);
  }
}
