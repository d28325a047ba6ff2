package com.aicashevolution.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionRequest;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionResult;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every registry does when a version is rolled back, and who serves then. */
abstract class RollbackContract extends RegistrySteps {

  private static final ModelLine FX_MAJOR = new ModelLine("fx-major");
  private static final ModelLine GBPUSD = new ModelLine("GBPUSD");

  @Test
  void rollsBackTheChampionToThePreviousVersion() {
    register(1, true);
    register(2, true);
    promote(2, 100);

    assertThat(registry.rollback(version(2), "ann", "worse live"))
        .isInstanceOf(PromotionResult.Changed.class);

    assertThat(line().champion()).isEqualTo(version(1));
    assertThat(line().previous()).isNull();
    assertThat(List.of(status(1), status(2)))
        .containsExactly(ModelStatus.ACTIVE, ModelStatus.ROLLED_BACK);
  }

  @Test
  void rollsBackTheChallenger() {
    register(1, true);
    register(2, true);

    registry.rollback(version(2), "ann", null);

    assertThat(line().challenger()).isNull();
    assertThat(status(2)).isEqualTo(ModelStatus.ROLLED_BACK);
  }

  @Test
  void rollsBackNothingThatServesNobody() {
    register(1, true);
    register(2, false);

    assertThat(registry.rollback(version(2), "ann", null))
        .isEqualTo(new PromotionResult.NotPossible(version(2), "it serves nobody"));
    assertThat(line().champion()).isEqualTo(version(1));
  }

  @Test
  void keepsTheOnlyChampionOfTheGlobalLineForNobodyStandsInForIt() {
    register(1, true);

    assertThat(registry.rollback(version(1), "ann", null))
        .isEqualTo(
            new PromotionResult.NotPossible(
                version(1),
                "line global has no previous version to go back to and no line stands in for it;"
                    + " promote another version instead"));
    assertThat(line().champion()).isEqualTo(version(1));
    assertThat(status(1)).isEqualTo(ModelStatus.ACTIVE);
  }

  @Test
  void keepsTheOnlyChampionOfASymbolWhereNoOtherLineServesItOnTheSameBars() {
    ModelVersion own = serving(2, GBPUSD, Timeframe.H1);
    serving(1, GLOBAL, Timeframe.M15);
    serving(3, new ModelLine("metal"), Timeframe.H1);

    assertThat(registry.rollback(own, "ann", null))
        .isEqualTo(
            new PromotionResult.NotPossible(
                own,
                "line GBPUSD has no previous version to go back to and none of [fx-major, global]"
                    + " has a champion on H1 bars to stand in for it; promote another version"
                    + " instead"));
    assertThat(state(GBPUSD).champion()).isEqualTo(own);
  }

  @Test
  void leavesASymbolsLineVacantAndItsSymbolToTheNearestLineThatServes() {
    ModelVersion global = serving(1, GLOBAL, Timeframe.H1);
    ModelVersion major = serving(2, FX_MAJOR, Timeframe.H1);
    ModelVersion own = serving(3, GBPUSD, Timeframe.H1);

    assertThat(registry.rollback(own, "ann", "worse live"))
        .isEqualTo(
            new PromotionResult.Changed(
                registry.find(own).orElseThrow(),
                LineState.vacant(GBPUSD, Timeframe.H1, NOW),
                state(FX_MAJOR)));
    assertThat(registry.find(own).orElseThrow().status()).isEqualTo(ModelStatus.ROLLED_BACK);
    assertThat(registry.rollouts(1))
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.action()).isEqualTo("rolled_back");
              assertThat(event.version()).isEqualTo(own);
              assertThat(event.previousChampion()).isEqualTo(own);
              assertThat(event.trafficPercentage()).isZero();
              assertThat(event.reason()).isEqualTo("worse live");
            });

    assertThat(registry.rollback(major, "ann", null))
        .isInstanceOfSatisfying(
            PromotionResult.Changed.class,
            changed -> assertThat(changed.serving().champion()).isEqualTo(global));
    assertThat(registry.rollback(global, "ann", null))
        .isInstanceOf(PromotionResult.NotPossible.class);
  }

  @Test
  void sendsTheChallengerOfALineThatBecomesVacantBackToTheCandidates() {
    serving(1, GLOBAL, Timeframe.H1);
    ModelVersion own = serving(2, GBPUSD, Timeframe.H1);
    ModelVersion challenger =
        registry.register(trained(3, GBPUSD, Timeframe.H1, true), "trainer").version();
    assertThat(state(GBPUSD).challenger()).isEqualTo(challenger);

    registry.rollback(own, "ann", null);

    assertThat(state(GBPUSD)).isEqualTo(LineState.vacant(GBPUSD, Timeframe.H1, NOW));
    assertThat(registry.find(challenger).orElseThrow().status()).isEqualTo(ModelStatus.CANDIDATE);
    assertThat(registry.promote(new PromotionRequest(challenger, 100, "ann", false, null)))
        .isInstanceOf(PromotionResult.Changed.class);
    assertThat(state(GBPUSD).champion()).isEqualTo(challenger);
  }

  @Test
  void givesTheFirstVersionThatPassesAVacatedLine() {
    serving(1, GLOBAL, Timeframe.H1);
    registry.rollback(serving(2, GBPUSD, Timeframe.H1), "ann", null);

    assertThat(state(GBPUSD).champion()).isNull();
    ModelVersion next = serving(3, GBPUSD, Timeframe.H1);
    assertThat(state(GBPUSD).champion()).isEqualTo(next);
    assertThat(state(GBPUSD).previous()).isNull();
  }

  /** A version that becomes champion because its line has none. */
  private ModelVersion serving(int i, ModelLine line, Timeframe timeframe) {
    ModelRecord model = registry.register(trained(i, line, timeframe, true), "trainer");
    assertThat(model.status()).isEqualTo(ModelStatus.ACTIVE);
    return model.version();
  }

  private LineState state(ModelLine line) {
    return registry.lines().stream()
        .filter(state -> state.line().equals(line))
        .findFirst()
        .orElseThrow();
  }
}
