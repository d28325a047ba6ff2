package com.aicashevolution.localstack.prove;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.prove.AnswerBits.Comparison;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerBitsTest {

  private static final List<String> NAMES = List.of("one", "other");

  /** The answers to so many windows: the float {@code i} is {@code i / 8}, but for one. */
  private static DataInputStream answers(int windows, int odd, float value) {
    ByteBuffer bits = ByteBuffer.allocate(windows * AnswerBits.FLOATS * Float.BYTES);
    for (int i = 0; i < windows * AnswerBits.FLOATS; i++) {
      bits.putFloat(i == odd ? value : i / 8f);
    }
    return new DataInputStream(new ByteArrayInputStream(bits.array()));
  }

  private static DataInputStream answers(int windows) {
    return answers(windows, -1, 0);
  }

  @Test
  void countsWindowsThatAreTheSameEverywhere() throws IOException {
    assertThat(AnswerBits.compare(NAMES, List.of(answers(5), answers(5)), 5))
        .isEqualTo(new Comparison(5, 5, null));
  }

  @Test
  void namesTheFirstFloatThatDiffersByOneBit() throws IOException {
    float next = Math.nextUp(20 / 8f);

    Comparison comparison = AnswerBits.compare(NAMES, List.of(answers(5), answers(5, 20, next)), 5);

    assertThat(comparison.identical()).isEqualTo(4);
    assertThat(comparison.firstDifference())
        .isEqualTo("window 3, float 2: other has " + next + " where one has 2.5");
  }

  @Test
  void takesNegativeZeroForADifference() throws IOException {
    assertThat(AnswerBits.compare(NAMES, List.of(answers(2), answers(2, 0, -0f)), 2).identical())
        .isEqualTo(1);
  }

  @Test
  void missesWindowsThatOnlyOneAnswered() throws IOException {
    Comparison comparison = AnswerBits.compare(NAMES, List.of(answers(5), answers(3)), 5);

    assertThat(comparison.identical()).isEqualTo(3);
    assertThat(comparison.firstDifference()).isEqualTo("window 3 is missing at other");
    assertThat(AnswerBits.compare(NAMES, List.of(answers(3), answers(5)), 5))
        .isEqualTo(new Comparison(3, 3, null));
  }

  @Test
  void comparesNoMoreThanAskedFor() throws IOException {
    assertThat(AnswerBits.compare(NAMES, List.of(answers(5), answers(2)), 2))
        .isEqualTo(new Comparison(2, 2, null));
  }
}
