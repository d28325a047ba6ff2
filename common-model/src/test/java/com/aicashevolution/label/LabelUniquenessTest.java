package com.aicashevolution.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LabelUniquenessTest {

  @Test
  void isThatOfThePublishedExample() {
    // López de Prado 2018, section 4.5.3: labels over the returns (0, 3], (2, 4] and (4, 6]
    assertThat(LabelUniqueness.average(new int[] {1, 3, 5}, new int[] {3, 4, 6}))
        .containsExactly(new double[] {5 / 6.0, 3 / 4.0, 1}, within(1e-15));
  }

  @Test
  void labelsThatShareEveryBarCountOnceTogether() {
    assertThat(LabelUniqueness.average(new int[] {7, 7, 7, 7}, new int[] {9, 9, 9, 9}))
        .containsOnly(0.25);
  }

  @Property
  void isTheMeanShareOfEachBar(@ForAll("spans") List<int[]> spans) {
    int[] entry = spans.stream().mapToInt(span -> span[0]).toArray();
    int[] exit = spans.stream().mapToInt(span -> span[1]).toArray();
    double[] uniqueness = LabelUniqueness.average(entry, exit);
    for (int i = 0; i < entry.length; i++) {
      double sum = 0;
      for (int bar = entry[i]; bar <= exit[i]; bar++) {
        int at = bar;
        sum += 1.0 / spans.stream().filter(s -> s[0] <= at && at <= s[1]).count();
      }
      assertThat(uniqueness[i]).isEqualTo(sum / (exit[i] - entry[i] + 1), within(1e-12));
      assertThat(uniqueness[i]).isBetween(0.0, 1 + 1e-12);
    }
  }

  @Property
  void weightsHaveMeanOne(@ForAll("spans") List<int[]> spans) {
    double[] weights =
        LabelUniqueness.sampleWeights(
            spans.stream().mapToInt(span -> span[0]).toArray(),
            spans.stream().mapToInt(span -> span[1]).toArray());
    assertThat(Arrays.stream(weights).average().orElseThrow()).isEqualTo(1, within(1e-12));
  }

  @Provide
  static Arbitrary<List<int[]>> spans() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 60), Arbitraries.integers().between(0, 6))
        .as((entry, length) -> new int[] {entry, entry + length})
        .list()
        .ofMinSize(1)
        .ofMaxSize(40);
  }

  @Test
  void nothingHasNoWeights() {
    assertThat(LabelUniqueness.sampleWeights(new int[0], new int[0])).isEmpty();
  }

  @Test
  void refusesASpanThatEndsBeforeItBegins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelUniqueness.average(new int[] {1, 5}, new int[] {2, 4}))
        .withMessage("span 1 must have 0 <= entry <= exit, was [5, 4]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LabelUniqueness.average(new int[1], new int[0]))
        .withMessage("each entry needs its exit, were 1 and 0");
  }
}
