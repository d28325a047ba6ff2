package com.aicashevolution.platform.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CircuitTest {

  private final Circuit circuit = new Circuit(3, false);

  @Test
  void shouldOpenAfterFailuresInARowAndSayItOnce() {
    assertThat(circuit.failed()).isFalse();
    assertThat(circuit.failed()).isFalse();
    assertThat(circuit.failed()).isTrue();
    assertThat(circuit.isOpen()).isTrue();
    assertThat(circuit.failed()).isFalse();
  }

  @Test
  void shouldForgetFailuresAfterASuccess() {
    circuit.failed();
    circuit.failed();
    circuit.succeeded();
    circuit.failed();
    circuit.failed();

    assertThat(circuit.isOpen()).isFalse();
  }

  @Test
  void shouldBeginAnewWhenClosed() {
    circuit.failed();
    circuit.failed();
    circuit.failed();

    circuit.close();

    assertThat(circuit.isOpen()).isFalse();
    assertThat(circuit.failed()).isFalse();
  }
}
