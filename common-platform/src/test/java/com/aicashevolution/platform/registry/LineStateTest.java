package com.aicashevolution.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LineStateTest {

  private static final Instant T0 = Instant.parse("2026-11-20T00:00:00Z");
  private static final Instant T1 = T0.plusSeconds(1);
  private static final ModelVersion A = version(1);
  private static final ModelVersion B = version(2);
  private static final ModelVersion C = version(3);
  private static final ModelLine GBPUSD = new ModelLine("GBPUSD");
  private static final LineState VACANT = LineState.vacant(ModelLine.GLOBAL, Timeframe.H1, T0);
  private static final LineState A_SERVES = VACANT.withChampion(A, T0);

  private static ModelVersion version(int i) {
    return ModelVersion.at(T0.plusSeconds(i), ModelLine.GLOBAL);
  }

  @Test
  void makesTheChampionPreviousWhenAnotherTakesItsPlace() {
    assertThat(A_SERVES.withChampion(B, T1))
        .isEqualTo(new LineState(ModelLine.GLOBAL, Timeframe.H1, B, null, 0, A, T1));
  }

  @Test
  void freesTheChallengersPlaceWhenItBecomesChampion() {
    assertThat(A_SERVES.withChallenger(B, 30, T0).withChampion(B, T1))
        .isEqualTo(new LineState(ModelLine.GLOBAL, Timeframe.H1, B, null, 0, A, T1));
  }

  @Test
  void keepsTheChallengerWhenAThirdBecomesChampion() {
    assertThat(A_SERVES.withChallenger(B, 30, T0).withChampion(C, T1))
        .isEqualTo(new LineState(ModelLine.GLOBAL, Timeframe.H1, C, B, 30, A, T1));
  }

  @Test
  void replacesTheChallenger() {
    assertThat(A_SERVES.withChallenger(B, 30, T0).withChallenger(C, 10, T1))
        .isEqualTo(new LineState(ModelLine.GLOBAL, Timeframe.H1, A, C, 10, null, T1));
  }

  @Test
  void swapsChampionAndPreviousWhenPreviousIsPromotedAgain() {
    assertThat(A_SERVES.withChampion(B, T0).withChampion(A, T1))
        .isEqualTo(new LineState(ModelLine.GLOBAL, Timeframe.H1, A, null, 0, B, T1));
  }

  @Test
  void givesWayToPreviousAndForgetsTheOneRolledBack() {
    assertThat(A_SERVES.withChampion(B, T0).without(B, T1))
        .isEqualTo(new LineState(ModelLine.GLOBAL, Timeframe.H1, A, null, 0, null, T1));
  }

  @Test
  void endsTheChallengeWhenTheChallengerIsWhatTheChampionGivesWayTo() {
    assertThat(A_SERVES.withChampion(B, T0).withChallenger(A, 20, T0).without(B, T1))
        .isEqualTo(new LineState(ModelLine.GLOBAL, Timeframe.H1, A, null, 0, null, T1));
  }

  @Test
  void takesTheChallengerAway() {
    assertThat(A_SERVES.withChallenger(B, 30, T0).without(B, T1))
        .isEqualTo(new LineState(ModelLine.GLOBAL, Timeframe.H1, A, null, 0, null, T1));
  }

  @Test
  void staysTheSameWhereNothingChanges() {
    LineState challenged = A_SERVES.withChallenger(B, 30, T0);

    assertThat(challenged.withChampion(A, T1)).isSameAs(challenged);
    assertThat(challenged.withChallenger(B, 30, T1)).isSameAs(challenged);
    assertThat(challenged.without(C, T1)).isSameAs(challenged);
  }

  @Test
  void refusesAChallengerWithoutAChampionOrAgainstItself() {
    assertThatIllegalArgumentException().isThrownBy(() -> VACANT.withChallenger(A, 10, T1));
    assertThatIllegalArgumentException().isThrownBy(() -> A_SERVES.withChallenger(A, 10, T1));
  }

  @Test
  void refusesToLeaveTheGlobalLineWithoutAChampion() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> A_SERVES.without(A, T1))
        .withMessageContaining("no previous version");
  }

  @Test
  void isVacatedByItsOnlyChampionWhoseChallengerLeavesToo() {
    LineState own = LineState.vacant(GBPUSD, Timeframe.H1, T0).withChampion(A, T0);

    assertThat(own.isVacatedBy(A)).isTrue();
    assertThat(own.isVacatedBy(B)).isFalse();
    assertThat(own.without(A, T1)).isEqualTo(LineState.vacant(GBPUSD, Timeframe.H1, T1));
    assertThat(own.withChallenger(B, 30, T0).without(A, T1))
        .isEqualTo(LineState.vacant(GBPUSD, Timeframe.H1, T1));
    assertThat(own.withChampion(B, T0).isVacatedBy(B)).isFalse();
  }

  @Test
  void refusesSharesOutsideTheirRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> A_SERVES.withChallenger(B, 100, T1))
        .withMessageContaining("was 100");
    assertThatIllegalArgumentException().isThrownBy(() -> A_SERVES.withChallenger(B, -1, T1));
  }

  /** A step somebody may take; one that is refused leaves the state as it is. */
  private record Step(int kind, ModelVersion version, int percentage) {

    LineState from(LineState state) {
      try {
        return switch (kind) {
          case 0 -> state.withChampion(version, T1);
          case 1 -> state.withChallenger(version, percentage, T1);
          default -> state.without(version, T1);
        };
      } catch (IllegalArgumentException refused) {
        return state;
      }
    }
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 2),
            Arbitraries.integers().between(1, 4).map(LineStateTest::version),
            Arbitraries.integers().between(0, 99))
        .as(Step::new)
        .list()
        .ofMaxSize(30);
  }

  @Property
  void losesTheChampionOfASymbolOnlyToARollbackOfTheOnlyOne(@ForAll("steps") List<Step> steps) {
    LineState state = LineState.vacant(GBPUSD, Timeframe.H1, T0);
    for (Step step : steps) {
      LineState next = step.from(state);
      if (state.champion() != null && next.champion() == null) {
        assertThat(step.kind()).isEqualTo(2);
        assertThat(state.isVacatedBy(step.version())).isTrue();
        assertThat(next).isEqualTo(LineState.vacant(GBPUSD, Timeframe.H1, T1));
      }
      state = next;
    }
  }

  @Property
  void neverLosesTheGlobalChampionWhateverIsDone(@ForAll("steps") List<Step> steps) {
    LineState state = VACANT;
    for (Step step : steps) {
      LineState next = step.from(state);
      assertThat(state.champion() != null && next.champion() == null).isFalse();
      state = next;
    }
  }
}
