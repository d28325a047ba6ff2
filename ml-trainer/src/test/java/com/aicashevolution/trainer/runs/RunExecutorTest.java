package com.aicashevolution.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.trainer.pipeline.RunOutcome;
import com.aicashevolution.trainer.pipeline.RunPlan;
import com.aicashevolution.trainer.pipeline.RunStep;
import com.aicashevolution.trainer.pipeline.RunWork;
import com.aicashevolution.trainer.runs.TrainingRunStore.EnqueueResult;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunExecutorTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T02:00:00Z"), ZoneOffset.UTC);
  private static final TrainingProperties DEFAULTS =
      new TrainingProperties(
          1,
          4,
          1,
          1,
          new TrainingProperties.Network(List.of(4), 4, 0, false),
          new TrainingProperties.Optimiser(0.01, 0, 8, 1, 1, 0, true),
          new TrainingProperties.Data(0.15, 0.25, 0, 100, 6, 1.5));

  private final FakeTrainingRunStore store = new FakeTrainingRunStore();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final CurrentRun current = new CurrentRun(store, CLOCK, Duration.ofHours(1));

  @Test
  void doesNothingWhereNothingIsQueued() throws InterruptedException {
    assertThat(executing((_, _) -> new RunOutcome.Cancelled()).executeNext()).isFalse();
  }

  @Test
  void endsARunAsItsOutcomeSaysAndForgetsIt() throws InterruptedException {
    String id = enqueue();
    RunWork work =
        (plan, monitor) -> {
          assertThat(plan.trainingId()).isEqualTo(id);
          assertThat(current.running().orElseThrow().trainingId()).isEqualTo(id);
          monitor.report(RunStep.DATASET, 1, "features of 1 of 1 symbols");
          return new RunOutcome.Impossible("not enough data: 3");
        };
    assertThat(executing(work).executeNext()).isTrue();

    assertEnded(id, RunStatus.FAILED, "not enough data: 3");
    assertThat(current.running()).isEmpty();
  }

  @Test
  void recordsWhateverBreaksAsAFailedRun() throws InterruptedException {
    String io = enqueue();
    var _ =
        executing(
                (_, _) -> {
                  throw new IOException("bucket gone");
                })
            .executeNext();
    assertEnded(io, RunStatus.FAILED, "IOException: bucket gone");

    String bug = enqueue();
    var _ =
        executing(
                (_, _) -> {
                  throw new IllegalStateException("x".repeat(900));
                })
            .executeNext();
    assertThat(store.find(bug).orElseThrow().state().message()).hasSize(501).endsWith("…");
  }

  @Test
  void handsARunOverThatIsInterruptedByAShutdownAndPassesTheInterruptOn()
      throws InterruptedException {
    String id = enqueue();
    RunExecutor executor =
        executing(
            (_, _) -> {
              throw new InterruptedException("shutdown");
            });

    assertThatThrownBy(executor::executeNext).isInstanceOf(InterruptedException.class);
    assertThat(store.find(id).orElseThrow().state().message())
        .isEqualTo("its trainer was shut down, waiting for another");
    assertThat(current.running()).isEmpty();

    var _ = executing((_, _) -> new RunOutcome.Impossible("not enough data: 3")).executeNext();
    assertEnded(id, RunStatus.FAILED, "not enough data: 3");
  }

  @Test
  void tellsTheWorkToStopOnceSomebodyAsked() throws InterruptedException {
    String id = enqueue();
    RunWork work =
        (_, monitor) -> {
          ReportedRun run = current.running().orElseThrow();
          run.beat();
          assertThat(monitor.cancelled()).isFalse();
          var _ = store.cancel(id, "me", CLOCK.instant());
          run.beat();
          assertThat(monitor.cancelled()).isTrue();
          return new RunOutcome.Cancelled();
        };
    var _ = executing(work).executeNext();
    assertEnded(id, RunStatus.CANCELLED, "cancelled on request");
  }

  @Test
  void neverWritesToARowThatAnotherProcessTookOver() throws InterruptedException {
    String id = enqueue();
    RunWork work =
        (_, monitor) -> {
          var _ = store.abandonRunning(CLOCK.instant());
          current.running().orElseThrow().beat();
          assertThat(monitor.cancelled()).isTrue();
          return new RunOutcome.Impossible("too late");
        };
    var _ = executing(work).executeNext();
    assertThat(store.find(id).orElseThrow().status()).isEqualTo(RunStatus.CRASHED);
    assertThat(meters.counter("ml.training.runs", "result", "failed").count()).isZero();
  }

  @Test
  void goesOnWithARunThatNobodyExecutesAsItWasBegun() throws InterruptedException {
    String vanished = enqueue();
    assertThat(store.claim(CLOCK.instant())).isPresent();
    RunPlan begun =
        new RunPlanner(DEFAULTS, List.of(Symbol.of("XAUUSD")), Parents.none())
            .plan(vanished, TrainingRequest.DEFAULT, "me");
    store.keepPlan(vanished, begun);

    RunWork work =
        (plan, _) -> {
          assertThat(plan).isEqualTo(begun);
          return new RunOutcome.Cancelled();
        };
    assertThat(executing(work).executeNext()).isTrue();
    assertEnded(vanished, RunStatus.CANCELLED, "cancelled on request");
  }

  @Test
  void callsARunCrashedThatTookTooManyTrainersWithItBeforeItTakesTheNext()
      throws InterruptedException {
    String vanished = enqueue();
    assertThat(store.claim(CLOCK.instant())).isPresent();
    for (int i = 0; i < TrainingRunStore.MAX_TAKEOVERS; i++) {
      assertThat(store.resume(CLOCK.instant())).isPresent();
    }

    assertThat(executing((_, _) -> new RunOutcome.Cancelled()).executeNext()).isFalse();
    assertThat(store.find(vanished).orElseThrow().status()).isEqualTo(RunStatus.CRASHED);
    assertThat(meters.counter("ml.training.runs", "result", "crashed").count()).isOne();
  }

  @Test
  void leavesARunAloneThatThisProcessIsAt() throws InterruptedException {
    String id = enqueue();
    RunWork work =
        (_, _) -> {
          assertThat(executing((_, _) -> new RunOutcome.Impossible("twice")).executeNext())
              .isFalse();
          return new RunOutcome.Cancelled();
        };
    assertThat(executing(work).executeNext()).isTrue();
    assertEnded(id, RunStatus.CANCELLED, "cancelled on request");
  }

  @Test
  void countsEveryEndFromZero() throws InterruptedException {
    RunExecutor executor = executing((_, _) -> new RunOutcome.Cancelled());
    assertThat(meters.find("ml.training.runs").counters()).hasSize(5).allMatch(c -> c.count() == 0);

    var _ = enqueue();
    var _ = executor.executeNext();
    assertThat(meters.counter("ml.training.runs", "result", "cancelled").count()).isOne();
    assertThat(meters.timer("ml.training.duration").count()).isOne();
  }

  private void assertEnded(String id, RunStatus status, String message) {
    TrainingRun run = store.find(id).orElseThrow();
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.state().message()).isEqualTo(message);
    assertThat(run.times().finishedAt()).isEqualTo(CLOCK.instant());
  }

  private RunExecutor executing(RunWork work) {
    RunPlanner planner = new RunPlanner(DEFAULTS, List.of(Symbol.of("EURUSD")), Parents.none());
    return new RunExecutor(
        new RunHistory(store, new TrainingMeters(meters), CLOCK), planner, work, current);
  }

  private String enqueue() {
    return ((EnqueueResult.Queued)
            store.enqueue(
                TrainingRequest.DEFAULT, "me", TrainingTrigger.REQUEST, false, CLOCK.instant()))
        .run()
        .trainingId();
  }
}
