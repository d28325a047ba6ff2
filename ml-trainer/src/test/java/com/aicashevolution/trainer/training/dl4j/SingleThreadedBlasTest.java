package com.aicashevolution.trainer.training.dl4j;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SingleThreadedBlasTest {

  @Test
  void acceptsOneThreadOnly() {
    assertThatCode(() -> SingleThreadedBlas.require("1")).doesNotThrowAnyException();
    assertThatThrownBy(() -> SingleThreadedBlas.require(null))
        .hasMessageStartingWith(
            "OMP_NUM_THREADS must be 1 in the trainer's environment, was not set");
    assertThatThrownBy(() -> SingleThreadedBlas.require("2")).hasMessageContaining("was '2'");
  }
}
