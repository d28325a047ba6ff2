package com.aicashevolution.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelResolverTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");
  private static final Symbol GBPUSD = Symbol.of("GBPUSD");
  private static final ModelLine LINE = new ModelLine("EURUSD");
  private static final ModelChoice CHAMPION = new ModelChoice.Champion();

  private final EngineFixture engine = EngineFixture.loadingAtOnce();
  private final SampleArtifact global = engine.publish("v20261101_000001", ModelLine.GLOBAL, 1);
  private final SampleArtifact challenger = engine.publish("v20261101_000002", ModelLine.GLOBAL, 2);
  private final SampleArtifact own = engine.publish("v20261101_000003-EURUSD", LINE, 3);

  @BeforeEach
  void serve() {
    engine.registry.set(ModelLine.GLOBAL, global.version(), challenger.version(), null);
    engine.registry.set(LINE, own.version(), null, null);
    engine.pool.refresh().join();
  }

  @Test
  void takesTheChampionOfTheMostSpecificLine() {
    assertServes(resolve(EURUSD, CHAMPION), own, Variant.CHAMPION);
    assertServes(resolve(GBPUSD, CHAMPION), global, Variant.CHAMPION);
  }

  @Test
  void fallsBackToAWiderLineWhereTheNarrowOneHasNobody() {
    engine.registry.set(LINE, null, null, null);
    engine.pool.refresh().join();
    assertServes(resolve(EURUSD, CHAMPION), global, Variant.CHAMPION);
  }

  @Test
  void hasNobodyForBarsThatNoModelReads() {
    assertThat(engine.resolver.resolve(EURUSD, Timeframe.M5, CHAMPION))
        .isEqualTo(new Resolution.NoChampion(EURUSD, Timeframe.M5));
  }

  @Test
  void givesAPinnedVersionAndNoOther() {
    assertServes(
        resolve(GBPUSD, new ModelChoice.Pinned(challenger.version())), challenger, Variant.PINNED);
  }

  @Test
  void givesAnAssignedVersionInTheRoleItWasAssigned() {
    assertServes(
        resolve(GBPUSD, new ModelChoice.Assigned(challenger.version(), Variant.CHALLENGER)),
        challenger,
        Variant.CHALLENGER);
  }

  @Test
  void loadsARegisteredVersionThatServesNoLineOnDemandAndKeepsTheLastFew() {
    ModelVersion[] versions = new ModelVersion[3];
    for (int i = 0; i < 3; i++) {
      versions[i] = engine.publish("v2026110" + (i + 2) + "_000000", ModelLine.GLOBAL, i).version();
    }
    pin(versions[0]);
    pin(versions[1]);
    pin(versions[0]);
    int reads = engine.artifacts.reads();
    pin(versions[2]);
    assertThat(engine.onDemand.size()).isEqualTo(2);
    int readsOfOne = engine.artifacts.reads() - reads;
    assertThat(readsOfOne).isPositive();

    pin(versions[0]);
    assertThat(engine.artifacts.reads()).isEqualTo(reads + readsOfOne);
    pin(versions[1]);
    assertThat(engine.artifacts.reads()).isEqualTo(reads + 2 * readsOfOne);
  }

  @Test
  void knowsNothingOfAVersionThatWasNeverRegistered() {
    ModelVersion unknown = new ModelVersion("v20200101_000000");
    assertThat(resolve(GBPUSD, new ModelChoice.Pinned(unknown)))
        .isEqualTo(new Resolution.UnknownVersion(unknown));
    assertThat(resolve(GBPUSD, new ModelChoice.Assigned(unknown, Variant.CHAMPION)))
        .isEqualTo(new Resolution.UnknownVersion(unknown));
  }

  @Test
  void letsNoVersionAnswerThatTheGateRefused() {
    SampleArtifact rejected =
        engine
            .publish("v20261105_000000", ModelLine.GLOBAL, 5)
            .withStatus(ModelStatus.REJECTED, SampleArtifact.REFUSED);
    engine.registry.add(rejected.registered());

    assertThat(resolve(GBPUSD, new ModelChoice.Pinned(rejected.version())))
        .isEqualTo(new Resolution.RejectedVersion(rejected.registered()));
  }

  @Test
  void refusesAPinnedVersionOfAnotherSymbolOrOtherBars() {
    assertThat(resolve(GBPUSD, new ModelChoice.Pinned(own.version())))
        .isInstanceOf(Resolution.DoesNotFit.class);
    assertThat(engine.resolver.resolve(EURUSD, Timeframe.M5, new ModelChoice.Pinned(own.version())))
        .isInstanceOf(Resolution.DoesNotFit.class);
  }

  @Test
  void refusesAPinnedVersionThatCannotBeTrustedButAnswersAnAssignedOneByTheChampion() {
    SampleArtifact damaged = engine.publishDamaged("v20261106_000000", ModelLine.GLOBAL);

    assertThat(resolve(GBPUSD, new ModelChoice.Pinned(damaged.version())))
        .isInstanceOf(Resolution.RefusedVersion.class);
    assertServes(
        resolve(GBPUSD, new ModelChoice.Assigned(damaged.version(), Variant.CHALLENGER)),
        global,
        Variant.CHAMPION);
  }

  @Test
  void answersByTheChampionWhereAnAssignedVersionCannotBeReached() {
    SampleArtifact far = engine.publish("v20261107_000000", ModelLine.GLOBAL, 7);
    engine.registry.lose();

    assertThat(resolve(GBPUSD, new ModelChoice.Pinned(far.version())))
        .isEqualTo(new Resolution.Unreachable(far.version()));
    assertServes(
        resolve(GBPUSD, new ModelChoice.Assigned(far.version(), Variant.CHAMPION)),
        global,
        Variant.CHAMPION);
  }

  private void pin(ModelVersion version) {
    assertThat(resolve(GBPUSD, new ModelChoice.Pinned(version)))
        .isInstanceOf(Resolution.Serving.class);
  }

  private Resolution resolve(Symbol symbol, ModelChoice choice) {
    return engine.resolver.resolve(symbol, Timeframe.H1, choice);
  }

  private static void assertServes(
      Resolution resolution, SampleArtifact artifact, Variant variant) {
    assertThat(resolution)
        .isInstanceOfSatisfying(
            Resolution.Serving.class,
            serving -> {
              assertThat(serving.model().version()).isEqualTo(artifact.version());
              assertThat(serving.variant()).isEqualTo(variant);
            });
  }
}
