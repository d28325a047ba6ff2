package com.aicashevolution.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.groups.Tuple.tuple;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.platform.notice.Notice;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionResult;
import com.aicashevolution.platform.registry.ModelRegistry.RolloutEvent;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What every registry does, whatever it keeps versions in. */
public abstract class ModelRegistryContract extends RegistrySteps {

  @Nested
  class Rollback extends RollbackContract {

    @Override
    protected ModelRegistry emptyRegistry(Clock clock) {
      return ModelRegistryContract.this.emptyRegistry(clock);
    }
  }

  @Test
  void keepsEveryFieldOfAVersion() {
    ModelRecord trained = trained(1, GLOBAL, Timeframe.H1, true);

    ModelRecord registered = registry.register(trained, "trainer");

    assertThat(registered).isEqualTo(trained.with(ModelStatus.ACTIVE));
    assertThat(registry.find(trained.version())).contains(registered);
    assertThat(registry.find(version(2))).isEmpty();
  }

  @Test
  void announcesEveryChangeAndNoRefusal() {
    List<Notice> heard = new ArrayList<>();
    registry = new AnnouncedModelRegistry(registry, heard::add);

    register(1, true);
    register(2, true);
    promote(2, 100);
    assertThat(heard).hasSize(3).containsOnly(new Notice.LinesChanged());

    promote(9, 100);
    registry.rollback(version(9), "ann", null);
    assertThat(heard).hasSize(3);

    registry.rollback(version(2), "ann", null);
    assertThat(heard).hasSize(4);
  }

  @Test
  void makesTheFirstVersionThatPassedChampion() {
    register(1, true);

    assertThat(line())
        .isEqualTo(LineState.vacant(GLOBAL, Timeframe.H1, NOW).withChampion(version(1), NOW));
  }

  @Test
  void letsLaterVersionsChallengeAtTenPercentOneAfterTheOther() {
    register(1, true);
    register(2, true);
    assertThat(line().challenger()).isEqualTo(version(2));
    assertThat(line().challengerPercentage()).isEqualTo(10);

    register(3, true);

    assertThat(line().champion()).isEqualTo(version(1));
    assertThat(line().challenger()).isEqualTo(version(3));
    assertThat(List.of(status(1), status(2), status(3)))
        .containsExactly(ModelStatus.ACTIVE, ModelStatus.RETIRED, ModelStatus.CANDIDATE);
  }

  @Test
  void keepsAVersionTheGateRefusedOutOfService() {
    assertThat(register(1, false).status()).isEqualTo(ModelStatus.REJECTED);

    assertThat(line()).isEqualTo(LineState.vacant(GLOBAL, Timeframe.H1, NOW));
    assertThat(registry.rollouts(10))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.trafficPercentage()).isZero();
              assertThat(event.reason()).isEqualTo("accuracy 0.5, needs 0.55");
            });
  }

  @Test
  void registersAVersionOnce() {
    register(1, true);

    assertThatIllegalStateException()
        .isThrownBy(() -> register(1, true))
        .withMessage(version(1) + " is already registered");
    assertThat(registry.rollouts(10)).hasSize(1);
  }

  @Test
  void keepsTheTimeframesOfALineApart() {
    registry.register(trained(1, GLOBAL, Timeframe.H1, true), "trainer");
    registry.register(trained(2, GLOBAL, Timeframe.M15, true), "trainer");

    assertThat(registry.lines())
        .extracting(LineState::timeframe, LineState::champion)
        .containsExactly(tuple(Timeframe.H1, version(1)), tuple(Timeframe.M15, version(2)));
  }

  @Test
  void promotesAChallengerStepByStep() {
    register(1, true);
    register(2, true);

    assertThat(promote(2, 50)).isInstanceOf(PromotionResult.Changed.class);
    assertThat(line().challengerPercentage()).isEqualTo(50);
    assertThat(promote(2, 100)).isInstanceOf(PromotionResult.Changed.class);

    assertThat(line().champion()).isEqualTo(version(2));
    assertThat(line().challenger()).isNull();
    assertThat(line().previous()).isEqualTo(version(1));
    assertThat(List.of(status(1), status(2)))
        .containsExactly(ModelStatus.RETIRED, ModelStatus.ACTIVE);
  }

  @Test
  void changesNothingWhenTheSameIsAskedAgain() {
    register(1, true);
    register(2, true);
    promote(2, 50);
    int events = registry.rollouts(99).size();

    assertThat(promote(2, 50))
        .isEqualTo(
            new PromotionResult.Changed(registry.find(version(2)).orElseThrow(), line(), line()));
    assertThat(promote(1, 100)).isInstanceOf(PromotionResult.Changed.class);
    assertThat(registry.rollouts(99)).hasSize(events);
  }

  @Test
  void refusesWhatTheGateRefusedUnlessForcedWithAReason() {
    register(1, false);

    assertThat(promote(1, 100))
        .isInstanceOfSatisfying(
            PromotionResult.Refused.class,
            refused -> assertThat(refused.why()).contains("accuracy 0.5, needs 0.55"));
    assertThat(force(1, 100, " "))
        .isInstanceOfSatisfying(
            PromotionResult.Refused.class,
            refused -> assertThat(refused.why()).contains("needs a reason"));
    assertThat(status(1)).isEqualTo(ModelStatus.REJECTED);

    assertThat(force(1, 100, "a demonstration")).isInstanceOf(PromotionResult.Changed.class);
    assertThat(status(1)).isEqualTo(ModelStatus.ACTIVE);
    assertThat(registry.rollouts(1))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.forced()).isTrue();
              assertThat(event.actor()).isEqualTo("ann");
              assertThat(event.reason()).isEqualTo("a demonstration");
            });
  }

  @Test
  void sharesNoTrafficOnALineWithoutAChampion() {
    register(1, false);

    assertThat(force(1, 10, "a demonstration")).isInstanceOf(PromotionResult.NotPossible.class);
    assertThat(line().champion()).isNull();
  }

  @Test
  void doesNotMakeTheChampionItsOwnChallenger() {
    register(1, true);

    assertThat(promote(1, 10)).isInstanceOf(PromotionResult.NotPossible.class);
  }

  @Test
  void knowsNothingOfVersionsItNeverSaw() {
    assertThat(promote(1, 10)).isEqualTo(new PromotionResult.Unknown(version(1)));
    assertThat(registry.rollback(version(1), "ann", null))
        .isEqualTo(new PromotionResult.Unknown(version(1)));
  }

  @Test
  void listsVersionsAndEventsNewestFirst() {
    register(1, true);
    register(3, false);
    register(2, true);

    assertThat(registry.newest(2))
        .extracting(ModelRecord::version)
        .containsExactly(version(3), version(2));
    assertThat(registry.newestOf(GLOBAL).orElseThrow().version()).isEqualTo(version(3));
    assertThat(registry.newestOf(new ModelLine("EURUSD"))).isEmpty();
    assertThat(registry.rollouts(2))
        .extracting(RolloutEvent::version)
        .containsExactly(version(2), version(3));
  }
}
