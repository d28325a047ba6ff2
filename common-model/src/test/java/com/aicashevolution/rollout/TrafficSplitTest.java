package com.aicashevolution.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TrafficSplitTest {

  private static final int KEYS = 100_000;

  /**
   * A sound split leaves a band of five standard deviations once in 1.7 million looks; the tests
   * below look some fifty times, so they would condemn a sound one with probability 3e-5.
   */
  private static final double DEVIATIONS = 5;

  @Test
  void hashesAsSha256SumDoes() {
    // printf 'global/v20261121_020000\0user-42' | sha256sum (GNU coreutils 9.1), and so on
    assertHash("user-42", "global/v20261121_020000", "914b21f74b0d2157");
    assertHash("", "", "6e340b9cffb37a98");
    assertHash("Müller", "EURUSD/v20261121_020000-EURUSD", "f57a22342654634e");
  }

  @Test
  void saltAndKeyDoNotRunTogether() {
    assertThat(TrafficSplit.hash("bc", "a")).isNotEqualTo(TrafficSplit.hash("c", "ab"));
  }

  @Property
  void nobodyAtZeroEverybodyAtAHundred(@ForAll String key, @ForAll String salt) {
    assertThat(TrafficSplit.isChallenger(key, salt, 0)).isFalse();
    assertThat(TrafficSplit.isChallenger(key, salt, 100)).isTrue();
  }

  @Property
  void raisingThePercentageNeverMovesAKeyBack(
      @ForAll String key, @ForAll String salt, @ForAll @IntRange(max = 99) int percentage) {
    if (TrafficSplit.isChallenger(key, salt, percentage)) {
      assertThat(TrafficSplit.isChallenger(key, salt, percentage + 1)).isTrue();
    }
  }

  @Property
  void theSameKeyGetsTheSameAnswer(
      @ForAll String key, @ForAll String salt, @ForAll @IntRange(max = 100) int percentage) {
    assertThat(TrafficSplit.isChallenger(new String(key), new String(salt), percentage))
        .isEqualTo(TrafficSplit.isChallenger(key, salt, percentage));
  }

  @Test
  void givesTheChallengerItsShare() {
    for (int percentage : new int[] {1, 5, 10, 25, 50, 75, 90, 99}) {
      for (String salt : new String[] {"global/v1", "global/v2", "EURUSD/v1"}) {
        double p = percentage / 100.0;
        assertThat((double) challengers(salt, percentage) / KEYS)
            .isBetween(p - band(p, KEYS), p + band(p, KEYS));
      }
    }
  }

  @Test
  void experimentsWithDifferentSaltsAreIndependent() {
    int both = 0;
    for (int i = 0; i < KEYS; i++) {
      if (TrafficSplit.isChallenger("user-" + i, "global/v1", 20)
          && TrafficSplit.isChallenger("user-" + i, "global/v2", 20)) {
        both++;
      }
    }
    assertThat((double) both / KEYS).isBetween(0.04 - band(0.04, KEYS), 0.04 + band(0.04, KEYS));
  }

  @Test
  void refusesAPercentageThatIsNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrafficSplit.isChallenger("k", "s", 101))
        .withMessage("percentage must be in [0, 100], was 101");
    assertThatIllegalArgumentException().isThrownBy(() -> TrafficSplit.isChallenger("k", "s", -1));
  }

  private static void assertHash(String key, String salt, String firstSixteenDigits) {
    assertThat(HexFormat.of().toHexDigits(TrafficSplit.hash(key, salt)))
        .isEqualTo(firstSixteenDigits);
  }

  private static int challengers(String salt, int percentage) {
    int count = 0;
    for (int i = 0; i < KEYS; i++) {
      if (TrafficSplit.isChallenger("user-" + i, salt, percentage)) {
        count++;
      }
    }
    return count;
  }

  /** Five standard deviations of the share of {@code n} draws with probability {@code p}. */
  private static double band(double p, int n) {
    return DEVIATIONS * Math.sqrt(p * (1 - p) / n);
  }
}
