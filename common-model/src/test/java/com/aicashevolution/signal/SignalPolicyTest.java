package com.aicashevolution.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignalPolicyTest {

  /** The table of DESIGN.md at, just below and just above each of its bounds. */
  @ParameterizedTest
  @CsvSource({
    "100,   STRONG_, 2.0, LOW",
    "85.00, STRONG_, 2.0, LOW",
    "84.99, STRONG_, 1.5, LOW",
    "80.00, STRONG_, 1.5, LOW",
    "79.99, '',      1.5, MEDIUM",
    "75.00, '',      1.5, MEDIUM",
    "74.99, '',      1.0, MEDIUM",
    "70.00, '',      1.0, MEDIUM",
    "69.99, WEAK_,   1.0, HIGH",
    "65.00, WEAK_,   1.0, HIGH",
    "64.99, WEAK_,   0.5, HIGH",
    "60.00, WEAK_,   0.5, HIGH",
    "59.99, AVOID,   0.5, HIGH",
    "50.01, AVOID,   0.5, HIGH",
  })
  void followsTheTableAtEveryBound(
      double percent, String strength, double multiplier, RiskLevel risk) {
    for (Direction side : new Direction[] {Direction.BUY, Direction.SELL}) {
      SignalDecision decision = SignalPolicy.decide(leaningTo(side, percent), 1);
      String expected = strength.equals("AVOID") ? strength : strength + side;
      assertThat(decision)
          .isEqualTo(
              new SignalDecision(
                  side, percent, Recommendation.valueOf(expected), multiplier, risk));
    }
  }

  @ParameterizedTest
  @CsvSource({"99.5", "80", "60", "40"})
  void holdIsHoldAtAnyConfidenceAndRisksNothing(double percent) {
    assertThat(SignalPolicy.decide(leaningTo(Direction.HOLD, percent), 1))
        .isEqualTo(
            new SignalDecision(Direction.HOLD, percent, Recommendation.HOLD, 0, RiskLevel.LOW));
  }

  @Test
  void decidesOnTheNumberPeopleSee() {
    // 79.996 % is shown as 80.00, so it is strong
    SignalDecision decision = SignalPolicy.decide(leaningTo(Direction.BUY, 79.996), 1);
    assertThat(decision.confidencePercent()).isEqualTo(80.0);
    assertThat(decision.recommendation()).isEqualTo(Recommendation.STRONG_BUY);
  }

  @Test
  void weightsDiscountTheConfidenceButNotTheDirection() {
    SignalDecision decision = SignalPolicy.decide(leaningTo(Direction.SELL, 90), 0.5);
    assertThat(decision)
        .isEqualTo(
            new SignalDecision(Direction.SELL, 45.0, Recommendation.AVOID, 0.5, RiskLevel.HIGH));
  }

  @Test
  void inflatedConfidenceEndsAtAHundred() {
    assertThat(SignalPolicy.decide(leaningTo(Direction.BUY, 90), 1.5).confidencePercent())
        .isEqualTo(100);
  }

  @Test
  void ofEquallyProbableDirectionsItHolds() {
    float third = 1 / 3f;
    assertThat(SignalPolicy.decide(new Probabilities(third, third, third), 1).direction())
        .isEqualTo(Direction.HOLD);
  }

  @Test
  void refusesAFactorThatIsNone() {
    Probabilities some = leaningTo(Direction.BUY, 90);
    for (double factor : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SignalPolicy.decide(some, factor))
          .withMessageContaining("was " + factor);
    }
  }

  @Property
  void moreConfidenceNeverMeansASmallerPosition(
      @ForAll @FloatRange(min = 0.5f, max = 1f) float a,
      @ForAll @FloatRange(min = 0.5f, max = 1f) float b,
      @ForAll @DoubleRange(min = 0.5, max = 2) double factor) {
    SignalDecision low = SignalPolicy.decide(buy(Math.min(a, b)), factor);
    SignalDecision high = SignalPolicy.decide(buy(Math.max(a, b)), factor);
    if (low.direction() == Direction.BUY && high.direction() == Direction.BUY) {
      assertThat(low.positionMultiplier()).isLessThanOrEqualTo(high.positionMultiplier());
      assertThat(low.riskLevel()).isGreaterThanOrEqualTo(high.riskLevel());
    }
  }

  private static Probabilities leaningTo(Direction direction, double percent) {
    float p = (float) (percent / 100);
    float rest = (1 - p) / 2;
    return new Probabilities(
        direction == Direction.SELL ? p : rest,
        direction == Direction.HOLD ? p : rest,
        direction == Direction.BUY ? p : rest);
  }

  private static Probabilities buy(float p) {
    return new Probabilities((1 - p) / 2, (1 - p) / 2, p);
  }
}
