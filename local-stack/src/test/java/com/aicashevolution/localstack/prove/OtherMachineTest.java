package com.aicashevolution.localstack.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OtherMachineTest {

  @Test
  void asksForFlagsThatTheArchitectureKnows() {
    assertThat(OtherMachine.all("amd64").toString()).contains("UseAVX=3", "UseAVX=2");
    assertThat(OtherMachine.all("aarch64").toString()).doesNotContain("AVX");
    assertThat(OtherMachine.all("aarch64").getLast().flags()).isEmpty();
  }

  @Test
  void hasANameOfItsOwnForEach() {
    assertThat(OtherMachine.all("amd64"))
        .extracting(OtherMachine::name)
        .doesNotHaveDuplicates()
        .doesNotContain(OtherMachine.WITHOUT_FMA.name());
  }
}
