package com.aicashevolution.localstack.prove;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AssignmentsTest {
  private final Assignments assigned = new Assignments("a");

  @Test
  void whatHeldSinceEverMayBeAnsweredUntilAnotherIsSeen() {
    assertThat(assigned.allows("a", 0, 5)).isTrue();
    assertThat(assigned.allows("b", 0, 5)).isFalse();
  }

  @Test
  void betweenWishAndSightEitherMayBeAnswered() {
    assigned.wished("b", 10);
    assertThat(assigned.allows("b", 0, 9)).isFalse();
    assertThat(assigned.allows("b", 0, 10)).isTrue();
    assertThat(assigned.allows("a", 15, 16)).isTrue();
    assertThat(assigned.allows("b", 15, 16)).isTrue();
  }

  @Test
  void aRequestThatBeginsAfterTheSightIsAnsweredByTheNewOneAlone() {
    assigned.wished("b", 10);
    assigned.confirmed("b", 20);
    assertThat(assigned.allows("a", 19, 30)).isTrue();
    assertThat(assigned.allows("a", 21, 30)).isFalse();
    assertThat(assigned.allows("b", 21, 30)).isTrue();
  }

  @Test
  void whatComesBackMayBeAnsweredAgainButNotForTheTimeBetween() {
    assigned.wished("b", 10);
    assigned.confirmed("b", 20);
    assigned.wished("a", 30);
    assigned.confirmed("a", 40);
    assertThat(assigned.allows("a", 21, 29)).isFalse();
    assertThat(assigned.allows("a", 21, 30)).isTrue();
    assertThat(assigned.allows("b", 41, 50)).isFalse();
  }

  @Test
  void toWishForWhatHoldsChangesNothing() {
    assigned.wished("a", 10);
    assigned.confirmed("a", 20);
    assertThat(assigned.allows("a", 0, 1)).isTrue();
    assertThat(assigned.allows("a", 30, 31)).isTrue();
  }
}
