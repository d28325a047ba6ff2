package com.aicashevolution.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.lstm.KernelCapability.FusedMultiplyAdd;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.api.Test;

class KernelCapabilityTest {

  @Test
  void tellsTheWidthOfThisMachinesVectors() {
    assertThat(KernelCapability.current().lanes())
        .isEqualTo(Math.min(16, FloatVector.SPECIES_PREFERRED.length()));
  }

  @Test
  void tellsWhetherThisVmHasTheInstruction() {
    assertThat(KernelCapability.current().fusedMultiplyAdd())
        .isNotEqualTo(FusedMultiplyAdd.UNKNOWN);
  }

  @Test
  void sentenceNamesTheRemedyWhereSomethingIsSlow() {
    assertThat(new KernelCapability(16, FusedMultiplyAdd.HARDWARE))
        .returns(true, KernelCapability::fast)
        .returns(
            "The LSTM kernel uses vectors of 16 floats; fused multiply-add is an instruction of"
                + " this processor.",
            KernelCapability::sentence);
    KernelCapability plain = new KernelCapability(1, FusedMultiplyAdd.SOFTWARE);
    assertThat(plain.fast()).isFalse();
    assertThat(plain.sentence())
        .contains("--add-modules jdk.incubator.vector")
        .contains("some hundred times slower");
  }
}
