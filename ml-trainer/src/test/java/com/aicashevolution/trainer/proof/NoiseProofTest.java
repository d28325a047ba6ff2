package com.aicashevolution.trainer.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.trainer.proof.NoiseProof.Counts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseProofTest {

  /** The bound decides over random walks: 0 of 58 is not yet 95 % sure of at most 5 %. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 59, 10, 10, true",
    "0, 0, 58, 10, 10, false",
    "4, 4, 200, 32, 40, true",
    "5, 5, 200, 40, 40, false",
    "0, 10, 200, 40, 40, true",
    "0, 11, 200, 40, 40, false",
    "0, 0, 200, 31, 40, false"
  })
  void bothErrorsCanMakeItFallShort(
      int byGate, int byBareGate, int walks, int edges, int ofEdges, boolean holds) {
    Finding finding = NoiseProof.finding(new Counts(byGate, byBareGate, walks, edges, ofEdges));

    assertThat(finding.holds()).isEqualTo(holds);
    assertThat(finding.figure())
        .startsWith(byGate + " of " + walks + " random walks, 95 % sure of at most ")
        .endsWith(edges + " of " + ofEdges + " small edges");
  }
}
