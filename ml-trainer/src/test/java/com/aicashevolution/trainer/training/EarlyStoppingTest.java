package com.aicashevolution.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EarlyStoppingTest {

  @Test
  void givesUpWhenPatienceEpochsBroughtNothingBetter() {
    EarlyStopping stopping = new EarlyStopping(2);

    assertThat(stopping.improves(1.0)).isTrue();
    assertThat(stopping.improves(1.1)).isFalse();
    assertThat(stopping.exhausted()).isFalse();
    assertThat(stopping.improves(0.9)).isTrue();
    assertThat(stopping.improves(0.9)).isFalse();
    assertThat(stopping.exhausted()).isFalse();
    assertThat(stopping.improves(0.95)).isFalse();
    assertThat(stopping.exhausted()).isTrue();
    assertThat(stopping.bestEpoch()).isEqualTo(3);
    assertThat(stopping.bestLoss()).isEqualTo(0.9);
    assertThat(stopping.epochs()).isEqualTo(5);
  }

  @Test
  void knowsNothingBeforeTheFirstEpoch() {
    EarlyStopping stopping = new EarlyStopping(1);
    assertThat(stopping.bestEpoch()).isZero();
    assertThat(stopping.bestLoss()).isNaN();
    assertThat(stopping.exhausted()).isFalse();
  }
}
