package com.aicashevolution.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.ManifestCodec;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.trainer.pipeline.RunMetrics;
import com.aicashevolution.trainer.runs.HyperparameterOverrides;
import com.aicashevolution.trainer.runs.InvalidTrainingRequestException;
import com.aicashevolution.trainer.runs.RunStatus;
import com.aicashevolution.trainer.runs.TrainingQueue;
import com.aicashevolution.trainer.runs.TrainingRequest;
import com.aicashevolution.trainer.runs.TrainingRun;
import com.aicashevolution.trainer.runs.TrainingRunStore;
import com.aicashevolution.trainer.runs.TrainingRunStore.EnqueueResult;
import com.aicashevolution.trainer.runs.TrainingTrigger;
import com.aicashevolution.trainer.training.WarmStart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

/** Runs that begin from a published version, over real PostgreSQL and S3. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WarmStartIT {

  private static final Instant HALF = TrainerStack.TO.minus(Duration.ofDays(100));

  private final ConfigurableApplicationContext trainer =
      TrainerStack.start(TestStack.freshDatabase(), TestStack.freshBucket());
  private final TrainingQueue queue = trainer.getBean(TrainingQueue.class);
  private ModelVersion parent;
  private ModelManifest parentManifest;

  /** A version that knows the older half of the candles. */
  @BeforeAll
  void publishAParent() throws Exception {
    TrainerStack.simulate(
        trainer.getBean(CandleStore.class),
        SimulationSpec.regimes(3),
        200,
        List.of("EURUSD", "BTCUSD"));
    TrainingRun run = train(request(null, HALF, true, null, wishes(null, null)));
    parent = Objects.requireNonNull(run.result().modelVersion(), run.state().message());
    parentManifest = manifest(parent);
  }

  @AfterAll
  void stop() {
    trainer.close();
  }

  @Test
  void beginsFromAVersionThatHasSeenNothingThatJudgesIt() throws Exception {
    TrainingRequest request = request(HALF, null, true, parent.value(), wishes(null, null));
    TrainingRun warm = train(request);
    TrainingRun again = train(request);
    TrainingRun cold = train(request(HALF, null, false, null, wishes(null, null)));

    String zip = sha256(parentManifest, ModelManifest.MODEL_ZIP);
    assertThat(metrics(warm).warmStart())
        .isEqualTo(new WarmStart(parent, zip, parentManifest.data().to(), true));
    assertThat(metrics(cold).warmStart()).isNull();
    assertThat(metrics(again).weightsSha256()).isEqualTo(metrics(warm).weightsSha256());
    assertThat(metrics(cold).weightsSha256()).isNotEqualTo(metrics(warm).weightsSha256());
    assertThat(metrics(cold).dataHash()).isEqualTo(metrics(warm).dataHash());
    ModelManifest manifest = manifest(Objects.requireNonNull(warm.result().modelVersion()));
    assertThat(manifest.provenance())
        .containsEntry("warm_start_version", parent.value())
        .containsEntry("warm_start_model_zip_sha256", zip)
        .containsEntry("warm_start_seen_until", parentManifest.data().to().toString());
    assertThat(parentManifest.provenance()).doesNotContainKey("warm_start_version");
  }

  @Test
  void refusesToBeJudgedByWhatItsParentHasSeen() {
    TrainingRun run = train(request(null, null, true, parent.value(), wishes(null, null)));

    assertThat(run.status()).isEqualTo(RunStatus.FAILED);
    assertThat(run.state().message())
        .startsWith("warm start from " + parent + " refused: it has seen candles up to ")
        .contains(" open before 26 bars have passed since, the first at ");
    assertThat(run.result().modelVersion()).isNull();
  }

  @Test
  void refusesAtOnceAParentWhoseWeightsWouldMeanSomethingElse() {
    assertRefused(
        request(HALF, null, true, parent.value(), wishes(List.of(16, 8), null)),
        "must fit this run, "
            + parent
            + " does not: its network is LSTM [12, 8], dense 8, this run's LSTM [16, 8], dense 8");
    assertRefused(
        request(HALF, null, true, parent.value(), wishes(null, 12)),
        "must fit this run, "
            + parent
            + " does not: its labels are of 6 bars and 1.5 ATR, this run's of 12 and 1.5");
    assertRefused(
        request(HALF, null, true, "v20200101_000000", wishes(null, null)),
        "must name a version that exists: There is no model version v20200101_000000");
    assertRefused(
        request(HALF, null, true, "newest", wishes(null, null)),
        "must name a version that exists: There is no model 'newest': it must be 'champion' or a version such as v20261121_020000");
  }

  private void assertRefused(TrainingRequest request, String complaint) {
    assertThatThrownBy(() -> queue.enqueue(request, "me", TrainingTrigger.REQUEST, false))
        .isInstanceOfSatisfying(
            InvalidTrainingRequestException.class,
            e -> {
              assertThat(e.field()).isEqualTo("warm_start");
              assertThat(e.complaint()).isEqualTo(complaint);
            });
  }

  private static TrainingRequest request(
      @Nullable Instant from,
      @Nullable Instant to,
      boolean publish,
      @Nullable String warmStart,
      HyperparameterOverrides wishes) {
    return new TrainingRequest(
        null, null, null, from, to, null, 7L, publish, wishes, warmStart, null);
  }

  private static HyperparameterOverrides wishes(
      @Nullable List<Integer> lstmUnits, @Nullable Integer horizonBars) {
    return new HyperparameterOverrides(
        lstmUnits,
        null,
        null,
        null,
        null,
        null,
        null,
        3,
        3,
        null,
        null,
        null,
        1,
        horizonBars,
        null);
  }

  private TrainingRun train(TrainingRequest request) {
    EnqueueResult queued = queue.enqueue(request, "me", TrainingTrigger.REQUEST, false);
    String trainingId = ((EnqueueResult.Queued) queued).run().trainingId();
    TrainingRunStore runs = trainer.getBean(TrainingRunStore.class);
    return await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> runs.find(trainingId).orElseThrow(), run -> run.status().isFinal());
  }

  private ModelManifest manifest(ModelVersion version) throws Exception {
    return ManifestCodec.read(
        trainer.getBean(ArtifactStore.class).read(version, ModelManifest.MANIFEST, 10_000_000));
  }

  private static String sha256(ModelManifest manifest, String file) {
    return Objects.requireNonNull(manifest.files().get(file)).sha256();
  }

  private static RunMetrics metrics(TrainingRun run) {
    return Objects.requireNonNull(run.result().metrics(), run.state().message());
  }
}
