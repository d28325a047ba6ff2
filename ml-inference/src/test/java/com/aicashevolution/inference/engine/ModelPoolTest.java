package com.aicashevolution.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelPoolTest {

  private static final ModelLine GLOBAL = ModelLine.GLOBAL;

  private final EngineFixture engine = EngineFixture.loadingAtOnce();

  @Test
  void hasNobodyBeforeTheRegistryNamesAChampion() {
    engine.pool.refresh().join();

    assertThat(engine.pool.snapshot().hasChampion()).isFalse();
    assertThat(engine.pool.snapshot().principal()).isEmpty();
    assertThat(engine.pool.registryReachable()).isTrue();
  }

  @Test
  void loadsChampionChallengerAndPreviousOfEveryLine() {
    SampleArtifact one = engine.publish("v20261101_000001", GLOBAL, 1);
    SampleArtifact two = engine.publish("v20261101_000002", GLOBAL, 2);
    SampleArtifact three = engine.publish("v20261101_000003", GLOBAL, 3);
    ModelLine eurusd = new ModelLine("EURUSD");
    SampleArtifact own = engine.publish("v20261101_000004-EURUSD", eurusd, 4);
    engine.registry.set(GLOBAL, two.version(), three.version(), one.version());
    engine.registry.set(eurusd, own.version(), null, null);

    engine.pool.refresh().join();

    assertThat(engine.pool.snapshot().models())
        .extracting(ServingModel::version)
        .containsExactlyInAnyOrder(one.version(), two.version(), three.version(), own.version());
    assertThat(engine.champion(GLOBAL)).isEqualTo(two.version());
    assertThat(engine.champion(eurusd)).isEqualTo(own.version());
    assertThat(engine.pool.snapshot().lines()).noneMatch(ServingLine::isDegraded);
  }

  @Test
  void asksForNothingThatIsLoadedAlready() {
    promote(engine.publish("v20261101_000001", GLOBAL, 1), null);
    int reads = engine.artifacts.reads();

    engine.pool.refresh().join();

    assertThat(engine.artifacts.reads()).isEqualTo(reads);
  }

  @Test
  void goesOnServingTheOldChampionUntilTheNewOneIsReady() {
    Queue<Runnable> held = new ArrayDeque<>();
    EngineFixture slow = EngineFixture.postponing(held);
    SampleArtifact one = slow.publish("v20261101_000001", GLOBAL, 1);
    SampleArtifact two = slow.publish("v20261101_000002", GLOBAL, 2);
    slow.registry.set(GLOBAL, one.version(), null, null);
    var _ = slow.pool.refresh();
    assertThat(slow.champion(GLOBAL)).isNull();
    EngineFixture.run(held);
    assertThat(slow.champion(GLOBAL)).isEqualTo(one.version());

    slow.registry.set(GLOBAL, two.version(), null, one.version());
    var refreshed = slow.pool.refresh();
    assertThat(slow.champion(GLOBAL)).isEqualTo(one.version());
    assertThat(refreshed).isNotDone();
    EngineFixture.run(held);
    assertThat(refreshed).isDone();
    assertThat(slow.champion(GLOBAL)).isEqualTo(two.version());
  }

  @Test
  void letsASlowVersionHoldUpNoOtherLine() {
    Queue<Runnable> held = new ArrayDeque<>();
    EngineFixture slow = EngineFixture.postponing(held);
    ModelLine eurusd = new ModelLine("EURUSD");
    SampleArtifact one = slow.publish("v20261101_000001", GLOBAL, 1);
    SampleArtifact own = slow.publish("v20261101_000002-EURUSD", eurusd, 2);
    slow.registry.set(eurusd, own.version(), null, null);
    slow.registry.set(GLOBAL, one.version(), null, null);
    var _ = slow.pool.refresh();
    Runnable neverEnds = held.remove();
    EngineFixture.run(held);

    assertThat(neverEnds).isNotNull();
    assertThat(slow.pool.snapshot().lines().stream().filter(line -> line.champion() != null))
        .hasSize(1);
  }

  @Test
  void loadsAVersionOnceHoweverOftenItIsAskedForMeanwhile() {
    Queue<Runnable> held = new ArrayDeque<>();
    EngineFixture slow = EngineFixture.postponing(held);
    SampleArtifact one = slow.publish("v20261101_000001", GLOBAL, 1);
    slow.registry.set(GLOBAL, one.version(), null, null);
    var _ = slow.pool.refresh();
    var _ = slow.pool.refresh();
    var _ = slow.pool.refresh();

    assertThat(held).hasSize(1);
  }

  @Test
  void keepsTheLastGoodChampionWhereTheWantedOneCannotBeTrusted() {
    SampleArtifact good = engine.publish("v20261101_000001", GLOBAL, 1);
    promote(good, null);
    promote(engine.publishDamaged("v20261101_000002", GLOBAL), good);
    assertThat(engine.champion(GLOBAL)).isEqualTo(good.version());

    SampleArtifact badToo = engine.publishDamaged("v20261101_000003", GLOBAL);
    engine.registry.set(GLOBAL, badToo.version(), null, new ModelVersion("v20261101_000002"));
    engine.pool.refresh().join();

    assertThat(engine.champion(GLOBAL)).isEqualTo(good.version());
    assertThat(engine.pool.snapshot().lines()).allMatch(ServingLine::isDegraded);
    assertThat(engine.refusals.of(badToo.version()))
        .hasValueSatisfying(
            refusal -> assertThat(refusal.reason()).isEqualTo(Refusal.Reason.FILE_SIZE));
    assertThat(engine.meters.get("ml_model_refusals_total").tag("reason", "file_size").counter())
        .satisfies(counter -> assertThat(counter.count()).isEqualTo(2));
  }

  @Test
  void servesThePreviousVersionWhereTheChampionCannotBeTrustedFromTheStart() {
    SampleArtifact good = engine.publish("v20261101_000001", GLOBAL, 1);
    promote(engine.publishDamaged("v20261101_000002", GLOBAL), good);

    assertThat(engine.champion(GLOBAL)).isEqualTo(good.version());
  }

  @Test
  void doesNotGoOnServingAVersionThatWasWithdrawn() {
    SampleArtifact withdrawn = engine.publish("v20261101_000002", GLOBAL, 2);
    promote(withdrawn, null);
    SampleArtifact damaged = engine.publishDamaged("v20261101_000001", GLOBAL);
    engine.setStatus(withdrawn, ModelStatus.ROLLED_BACK);
    promote(damaged, null);
    engine.pool.refresh().join();

    assertThat(engine.champion(GLOBAL)).isNull();
  }

  @Test
  void stopsServingALineWhoseChampionWasTakenAway() {
    promote(engine.publish("v20261101_000001", GLOBAL, 1), null);
    engine.registry.set(GLOBAL, null, null, null);
    engine.pool.refresh().join();

    assertThat(engine.pool.snapshot().hasChampion()).isFalse();
  }

  @Test
  void triesARefusedVersionAgainAfterAWhileOrWhenAskedTo() {
    SampleArtifact healed = engine.publishDamaged("v20261101_000001", GLOBAL);
    promote(healed, null);
    assertThat(engine.champion(GLOBAL)).isNull();
    engine.artifacts.publish(healed);

    engine.pool.refresh().join();
    assertThat(engine.champion(GLOBAL)).isNull();
    engine.clock.advance(Duration.ofSeconds(30));
    engine.pool.refresh().join();
    assertThat(engine.champion(GLOBAL)).isEqualTo(healed.version());
    assertThat(engine.refusals.all()).isEmpty();

    SampleArtifact second = engine.publishDamaged("v20261101_000002", GLOBAL);
    promote(second, healed);
    engine.artifacts.publish(second);
    engine.refusals.retryAll();
    engine.pool.refresh().join();
    assertThat(engine.champion(GLOBAL)).isEqualTo(second.version());
  }

  @Test
  void keepsEverythingAsItIsWhileTheRegistryIsLost() {
    SampleArtifact one = engine.publish("v20261101_000001", GLOBAL, 1);
    promote(one, null);
    engine.registry.lose();
    engine.pool.refresh().join();

    assertThat(engine.champion(GLOBAL)).isEqualTo(one.version());
    assertThat(engine.pool.registryReachable()).isFalse();
    engine.registry.comeBack();
    engine.pool.refresh().join();
    assertThat(engine.pool.registryReachable()).isTrue();
  }

  @Test
  void holdsNothingAgainstAVersionWhileTheArtifactStoreIsLost() {
    SampleArtifact one = engine.publish("v20261101_000001", GLOBAL, 1);
    promote(one, null);
    SampleArtifact two = engine.publish("v20261101_000002", GLOBAL, 2);
    engine.artifacts.lose();
    promote(two, one);
    assertThat(engine.champion(GLOBAL)).isEqualTo(one.version());
    assertThat(engine.refusals.all()).isEmpty();

    engine.artifacts.comeBack();
    engine.pool.refresh().join();
    assertThat(engine.champion(GLOBAL)).isEqualTo(two.version());
  }

  @Test
  void dropsFromMemoryWhatServesNoLineAnyMore() {
    SampleArtifact one = engine.publish("v20261101_000001", GLOBAL, 1);
    promote(one, null);
    promote(engine.publish("v20261101_000002", GLOBAL, 2), one);
    promote(
        engine.publish("v20261101_000003", GLOBAL, 3),
        SampleArtifact.of("v20261101_000002", GLOBAL, 2));

    assertThat(engine.pool.snapshot().find(one.version())).isEmpty();
    assertThat(engine.pool.snapshot().models()).hasSize(2);
  }

  private void promote(SampleArtifact champion, @Nullable SampleArtifact previous) {
    engine.registry.set(
        GLOBAL, champion.version(), null, previous == null ? null : previous.version());
    engine.pool.refresh().join();
  }
}
