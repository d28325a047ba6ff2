package com.aicashevolution.trainer.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.evaluation.ConformalClassifier;
import com.aicashevolution.trainer.proof.CalibrationProof.FoldAnswers;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Answers whose truth is drawn from what they say, or from something else. */
class CalibrationProofTest {

  private static final int ROWS = 4_000;

  @Test
  void holdsWhereTheTruthIsDrawnFromTheAnswers() {
    List<FoldAnswers> honest = List.of(fold(1, 0), fold(2, 0), fold(3, 0), fold(4, 0));

    assertThat(CalibrationProof.finding(honest, 2, "").holds()).isTrue();
  }

  @Test
  void fallsShortWhereOneSeedClaimsMoreThanItKnows() {
    List<FoldAnswers> boasting = List.of(fold(1, 0), fold(2, 0), fold(3, 0.3), fold(4, 0.3));

    Finding finding = CalibrationProof.finding(boasting, 2, "");
    assertThat(finding.holds()).isFalse();
    assertThat(finding.figure()).startsWith("ECE 0.");
  }

  /** Sets fitted where the answers were better than where they are used cover too little. */
  @Test
  void fallsShortWhereSetsCoverTooLittle() {
    FoldAnswers fold = fold(1, 0);
    FoldAnswers narrow =
        new FoldAnswers(fold.labels(), fold.probabilities(), new ConformalClassifier(0.1, 0.4, 9));

    Finding finding = CalibrationProof.finding(List.of(narrow), 1, "");
    assertThat(finding.holds()).isFalse();
  }

  /**
   * One fold.
   *
   * @param boast share of the rows whose truth is drawn at random, whatever is answered
   */
  private static FoldAnswers fold(long seed, double boast) {
    SplittableRandom random = new SplittableRandom(seed);
    int[] labels = new int[ROWS];
    float[] probabilities = new float[3 * ROWS];
    for (int i = 0; i < ROWS; i++) {
      float favoured = 0.4f + 0.5f * (float) random.nextDouble();
      int answer = random.nextInt(3);
      for (int c = 0; c < 3; c++) {
        probabilities[3 * i + c] = c == answer ? favoured : (1 - favoured) / 2;
      }
      boolean asSaid = random.nextDouble() >= boast && random.nextDouble() < favoured;
      labels[i] = asSaid ? answer : (answer + 1 + random.nextInt(2)) % 3;
    }
    return new FoldAnswers(
        labels, probabilities, ConformalClassifier.fit(labels, probabilities, 0.1));
  }
}
