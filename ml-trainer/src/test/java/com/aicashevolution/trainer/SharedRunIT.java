package com.aicashevolution.trainer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.localstack.TestBucket;
import com.aicashevolution.localstack.TestDatabase;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.trainer.pipeline.RunMetrics;
import com.aicashevolution.trainer.runs.HyperparameterOverrides;
import com.aicashevolution.trainer.runs.TrainingQueue;
import com.aicashevolution.trainer.runs.TrainingRequest;
import com.aicashevolution.trainer.runs.TrainingRun;
import com.aicashevolution.trainer.runs.TrainingRunStore;
import com.aicashevolution.trainer.runs.TrainingRunStore.EnqueueResult;
import com.aicashevolution.trainer.runs.TrainingTrigger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Several trainers in processes of their own share one run over real PostgreSQL, and one of them is
 * killed in the middle.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SharedRunIT {

  private static final List<String> SYMBOLS = List.of("EURUSD", "USDJPY", "XAUUSD");

  /** Dead after four missed ones. */
  private static final String HEARTBEAT = "--ml.schedule.heartbeat=2s";

  private static final String ONE_AT_A_TIME = "--ml.training.parallelism=1";

  @TempDir private static Path folder;

  private final TestDatabase database = TestStack.freshDatabase();
  private final TestBucket bucket = TestStack.freshBucket();
  private ConfigurableApplicationContext alone;
  private TrainingRun expected;

  /** The run as one process makes it. */
  @BeforeAll
  void trainAlone() {
    alone = TrainerStack.start(database, bucket, HEARTBEAT);
    TrainerStack.simulate(
        alone.getBean(CandleStore.class), SimulationSpec.regimes(3), 120, SYMBOLS);
    expected = awaitEnd(enqueue());
    assertThat(expected.result().metrics()).as(expected.state().message()).isNotNull();
    // From here on only the processes of the tests execute anything.
    alone.getBean("trainingScheduler", SmartLifecycle.class).stop();
  }

  @AfterAll
  void stop() {
    alone.close();
  }

  @Test
  void twoTrainersShareARunAndOneOfThemIsKilledInTheMiddle() throws Exception {
    try (TrainerProcess first = start();
        TrainerProcess second = start()) {
      awaitStarted(first, second);
      String trainingId = enqueue();
      String coordinator = awaitBothFitting(trainingId, first, second);
      TrainerProcess worker = coordinator.contains("/" + first.pid() + "/") ? second : first;
      TrainerProcess survivor = worker == first ? second : first;
      long killedAt = System.nanoTime();
      worker.kill();

      await()
          .atMost(Duration.ofMinutes(2))
          .until(() -> survivor.log().contains("event=fit_abandoned fit=" + trainingId));
      Duration noticed = Duration.ofNanos(System.nanoTime() - killedAt);
      TrainingRun run = awaitEnd(trainingId);

      assertSame(run);
      assertThat(survivor.log())
          .contains("event=fit_taken_over fit=" + trainingId)
          .contains("/" + worker.pid() + "/")
          .doesNotContain("event=fit_refused");
      // Four missed heartbeats, a look for the dead every second one, and a slow machine.
      assertThat(noticed).isLessThan(Duration.ofSeconds(60));
    }
  }

  @Test
  void aRunWhoseCoordinatorIsKilledIsGoneOnWithByAnother() throws Exception {
    try (TrainerProcess first = start();
        TrainerProcess second = start()) {
      awaitStarted(first, second);
      String trainingId = enqueue();
      String name = awaitBothFitting(trainingId, first, second);
      TrainerProcess coordinator = name.contains("/" + first.pid() + "/") ? first : second;
      TrainerProcess survivor = coordinator == first ? second : first;
      int doneBefore = count(trainingId, "state = 'done'");
      coordinator.kill();
      TrainingRun run = awaitEnd(trainingId);

      assertSame(run);
      assertThat(survivor.log())
          .contains("event=training_taken_over training_id=" + trainingId)
          .contains("event=fit_taken_over fit=" + trainingId);
      assertThat(doneBefore).as("killed in the middle").isLessThan(5);
      assertThat(count(trainingId, "claimed_by like '%/" + survivor.pid() + "/%'")).isPositive();
    }
  }

  /** Bit for bit what one process made, each fit once in the ledger, no outcome left behind. */
  private void assertSame(TrainingRun run) {
    assertThat(run.status()).as(run.state().message()).isEqualTo(expected.status());
    assertThat(metrics(run).weightsSha256()).isEqualTo(metrics(expected).weightsSha256());
    assertThat(metrics(run).walkForward()).isEqualTo(metrics(expected).walkForward());
    assertThat(
            jdbc()
                .sql("select count(*) from ml_trials where training_id = ?")
                .param(run.trainingId())
                .query(Integer.class)
                .single())
        .isEqualTo(6);
    assertThat(count(run.trainingId(), "state = 'done'")).isEqualTo(7);
    assertThat(count(run.trainingId(), "outcome is not null")).isZero();
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                jdbc().sql("select count(*) from ml_fit_tasks").query(Integer.class).single() == 0);
  }

  private static RunMetrics metrics(TrainingRun run) {
    return Objects.requireNonNull(run.result().metrics(), run.state().message());
  }

  private static TrainerProcess start(TestDatabase database, TestBucket bucket) throws Exception {
    return TrainerProcess.start(folder, database, bucket, HEARTBEAT, ONE_AT_A_TIME);
  }

  private TrainerProcess start() throws Exception {
    return start(database, bucket);
  }

  private static void awaitStarted(TrainerProcess... trainers) {
    for (TrainerProcess trainer : trainers) {
      await()
          .atMost(Duration.ofMinutes(4))
          .until(() -> trainer.log().contains("event=training_scheduler_started"));
    }
  }

  /** Returns who coordinates. */
  private String awaitBothFitting(String trainingId, TrainerProcess first, TrainerProcess second) {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(50))
        .until(
            () ->
                count(trainingId, "state = 'running' and claimed_by like '%/" + first.pid() + "/%'")
                        > 0
                    && count(
                            trainingId,
                            "state = 'running' and claimed_by like '%/" + second.pid() + "/%'")
                        > 0);
    return jdbc()
        .sql("select executed_by from ml_generation_logs where training_id = ?")
        .param(trainingId)
        .query(String.class)
        .single();
  }

  private int count(String trainingId, String condition) {
    return jdbc()
        .sql("select count(*) from ml_fits where training_id = ? and " + condition)
        .param(trainingId)
        .query(Integer.class)
        .single();
  }

  private String enqueue() {
    TrainingRequest request =
        new TrainingRequest(
            null,
            null,
            null,
            null,
            TrainerStack.TO.minus(Duration.ofDays(1)),
            null,
            7L,
            false,
            new HyperparameterOverrides(
                null, null, null, null, null, null, null, 8, 8, null, null, null, 3, null, null),
            null,
            null);
    EnqueueResult result =
        alone.getBean(TrainingQueue.class).enqueue(request, "me", TrainingTrigger.REQUEST, false);
    return ((EnqueueResult.Queued) result).run().trainingId();
  }

  private TrainingRun awaitEnd(String trainingId) {
    TrainingRunStore runs = alone.getBean(TrainingRunStore.class);
    return await()
        .atMost(Duration.ofMinutes(8))
        .pollInterval(Duration.ofMillis(200))
        .until(() -> runs.find(trainingId).orElseThrow(), run -> run.status().isFinal());
  }

  private JdbcClient jdbc() {
    return alone.getBean(JdbcClient.class);
  }
}
