package com.aicashevolution.inference.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.inference.engine.EngineFixture;
import com.aicashevolution.inference.engine.Refusal;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.market.TradedSymbols;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelDirectoryTest {

  private static final ModelName GLOBAL = new ModelName(ModelLine.GLOBAL, Timeframe.H1);
  private static final ModelLine EURUSD = new ModelLine("EURUSD");

  private final EngineFixture engine = EngineFixture.loadingAtOnce();
  private final ModelDirectory models =
      new ModelDirectory(
          engine.pool,
          engine.resolver,
          new TradedSymbols(List.of(Symbol.of("EURUSD"), Symbol.of("XAUUSD"))));
  private final SampleArtifact global = engine.publish("v20261101_000001", ModelLine.GLOBAL, 1);
  private final SampleArtifact challenger = engine.publish("v20261101_000002", ModelLine.GLOBAL, 2);
  private final SampleArtifact own = engine.publish("v20261101_000003-EURUSD", EURUSD, 3);
  private final SampleArtifact retired = engine.publish("v20261031_000001", ModelLine.GLOBAL, 4);

  @BeforeEach
  void serve() {
    engine.registry.set(ModelLine.GLOBAL, global.version(), challenger.version(), null);
    engine.registry.set(EURUSD, own.version(), null, null);
    engine.pool.refresh().join();
  }

  @Test
  void meansTheChampionOfTheNamedLineAndOfNoOther() {
    assertThat(served(models.champion("global"))).isEqualTo(global.version());
    assertThat(served(models.champion("global.H1"))).isEqualTo(global.version());
    assertThat(served(models.champion("EURUSD"))).isEqualTo(own.version());
    assertThat(models.champion("XAUUSD"))
        .isEqualTo(
            new ModelResolution.NoChampion(
                new ModelName(new ModelLine("XAUUSD"), Timeframe.H1), Optional.of(GLOBAL)));
    assertThat(models.champion("global.H4"))
        .isEqualTo(
            new ModelResolution.NoChampion(
                new ModelName(ModelLine.GLOBAL, Timeframe.H4), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"forex", "GBPUSD", "ABCDEF", "global.H2", ""})
  void knowsNoOtherNames(String name) {
    assertThat(models.champion(name)).isEqualTo(new ModelResolution.UnknownModel(name));
    assertThat(models.version(name, "v20261101_000001"))
        .isEqualTo(new ModelResolution.UnknownModel(name));
  }

  @Test
  void findsAVersionInAnyRoleOrNone() {
    assertThat(served(models.version("global", "v20261101_000002")))
        .isEqualTo(challenger.version());
    assertThat(served(models.version("global", "v20261031_000001"))).isEqualTo(retired.version());
    assertThat(engine.onDemand.size()).isOne();
  }

  @Test
  void saysWhoseVersionItIsWhereItIsAnothers() {
    assertThat(models.version("global", "v20261101_000003-EURUSD"))
        .isEqualTo(
            new ModelResolution.UnknownVersion(
                GLOBAL,
                "v20261101_000003-EURUSD",
                Optional.of(new ModelName(EURUSD, Timeframe.H1))));
    assertThat(models.version("global.H4", "v20261101_000001"))
        .isEqualTo(
            new ModelResolution.UnknownVersion(
                new ModelName(ModelLine.GLOBAL, Timeframe.H4),
                "v20261101_000001",
                Optional.of(GLOBAL)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"v20990101_000000", "1", "latest", "../v20261101_000001"})
  void knowsNoOtherVersions(String version) {
    assertThat(models.version("global", version))
        .isEqualTo(new ModelResolution.UnknownVersion(GLOBAL, version, Optional.empty()));
  }

  @Test
  void saysWhyAVersionMayNotAnswer() {
    SampleArtifact rejected = engine.publish("v20261101_000005", ModelLine.GLOBAL, 5);
    engine.setStatus(rejected, ModelStatus.REJECTED);
    SampleArtifact damaged = engine.publishDamaged("v20261101_000006", ModelLine.GLOBAL);

    assertThat(models.version("global", "v20261101_000005"))
        .isInstanceOfSatisfying(
            ModelResolution.RejectedVersion.class,
            refusal -> assertThat(refusal.model().version()).isEqualTo(rejected.version()));
    assertThat(models.version("global", "v20261101_000006"))
        .isInstanceOfSatisfying(
            ModelResolution.RefusedVersion.class,
            refused ->
                assertThat(refused.refusal())
                    .returns(damaged.version(), Refusal::version)
                    .returns(Refusal.Reason.FILE_SIZE, Refusal::reason));

    engine.registry.lose();
    assertThat(models.version("global", "v20261101_000007"))
        .isEqualTo(new ModelResolution.Unreachable(new ModelVersion("v20261101_000007")));
    assertThat(served(models.champion("global"))).isEqualTo(global.version());
  }

  @Test
  void listsWhatIsInMemoryChampionFirst() {
    assertThat(models.loaded(GLOBAL)).containsExactly(global.version(), challenger.version());
    assertThat(models.loaded(new ModelName(ModelLine.GLOBAL, Timeframe.H4))).isEmpty();
  }

  private static ModelVersion served(ModelResolution resolution) {
    assertThat(resolution).isInstanceOf(ModelResolution.Serving.class);
    ServingModel model = ((ModelResolution.Serving) resolution).model();
    return model.version();
  }
}
