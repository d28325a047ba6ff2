package com.aicashevolution.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.ConformalClassifier;
import com.aicashevolution.evaluation.ConformalCoverage;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.Interval;
import com.aicashevolution.evaluation.Skill;
import com.aicashevolution.evaluation.TradeRisk;
import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.evaluation.WalkForwardReport;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.GateVerdict.GateCheck;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.trainer.dataset.DatasetSpec;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.pipeline.RunMetrics;
import com.aicashevolution.trainer.pipeline.RunPlan;
import com.aicashevolution.trainer.pipeline.RunStep;
import com.aicashevolution.trainer.pipeline.SearchOutcome;
import com.aicashevolution.trainer.pipeline.SearchSpec;
import com.aicashevolution.trainer.runs.TrainingRunStore.CancelResult;
import com.aicashevolution.trainer.runs.TrainingRunStore.Ending;
import com.aicashevolution.trainer.runs.TrainingRunStore.EnqueueResult;
import com.aicashevolution.trainer.runs.TrainingRunStore.Signal;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import com.aicashevolution.trainer.training.WarmStart;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link TrainingRunStore} holds to. */
public abstract class TrainingRunStoreContract {

  private static final WarmStart PARENT =
      new WarmStart(new ModelVersion("v20261101_020000"), "ef".repeat(32), Instant.EPOCH, true);
  private static final Instant T = Instant.parse("2026-11-21T02:00:00Z");

  /** An empty store. */
  protected abstract TrainingRunStore emptyStore();

  private TrainingRunStore store = new FakeTrainingRunStore();

  @BeforeEach
  void beginEmpty() {
    store = emptyStore();
  }

  @Test
  void queuesARunUnderTheSecondItWasAskedForAndKeepsWhatWasAsked() {
    TrainingRequest request =
        new TrainingRequest(
            new ModelLine("metal"),
            List.of(Symbol.of("XAUUSD")),
            Timeframe.H4,
            T.minusSeconds(10),
            T,
            T.minusSeconds(5),
            7L,
            false,
            HyperparameterOverrides.NONE,
            "champion",
            new SearchWish(9, 200));
    TrainingRun run = queued(request, false, T);

    assertThat(run.trainingId()).isEqualTo("training_20261121_020000");
    assertThat(store.find(run.trainingId())).contains(run);
    assertThat(run.request()).isEqualTo(request);
    assertThat(run.status()).isEqualTo(RunStatus.QUEUED);
    assertThat(run.requestedBy()).isEqualTo("me");
    assertThat(run.trigger()).isEqualTo("request");
    assertThat(run.times()).isEqualTo(new TrainingRun.Times(T, null, null, null));
    assertThat(store.active()).contains(run);
  }

  @Test
  void holdsOneRunningAndByForceOneBehindIt() {
    TrainingRun first = queued(TrainingRequest.DEFAULT, false, T);
    assertInProgress(true, first);

    assertThat(store.claim(T.plusSeconds(1)).orElseThrow().trainingId())
        .isEqualTo(first.trainingId());
    assertThat(store.claim(T.plusSeconds(1))).isEmpty();
    assertInProgress(false, store.find(first.trainingId()).orElseThrow());

    TrainingRun second = queued(TrainingRequest.DEFAULT, true, T);
    assertThat(second.trainingId()).isEqualTo("training_20261121_020001");
    assertInProgress(true, second);
    assertThat(store.claim(T.plusSeconds(2))).isEmpty();
    assertThat(store.active().orElseThrow().trainingId()).isEqualTo(first.trainingId());
    assertThat(store.newest(5))
        .extracting(TrainingRun::trainingId)
        .containsExactly(second.trainingId(), first.trainingId());
  }

  @Test
  void keepsProgressAndTellsARunningOneThatItShallStop() {
    String id = running();
    assertThat(store.report(id, RunStep.FIT, 0.5, "epoch 3", T.plusSeconds(9)))
        .isEqualTo(Signal.CONTINUE);
    TrainingRun run = store.find(id).orElseThrow();
    assertThat(run.state())
        .isEqualTo(new TrainingRun.State(RunStatus.RUNNING, "fit", 0.5, "epoch 3", false));
    assertThat(run.times().heartbeatAt()).isEqualTo(T.plusSeconds(9));

    assertThat(store.cancel(id, "me", T)).isInstanceOf(CancelResult.Requested.class);
    assertThat(store.report(id, RunStep.FIT, 0.6, "epoch 4", T)).isEqualTo(Signal.CANCEL);
  }

  @Test
  void keepsTheResultOfARunThatWasJudged() {
    String id = running();
    TrainingRun.Result result =
        new TrainingRun.Result(new ModelVersion("v20261121_020000"), metrics(), verdict());
    Ending ending = new Ending(RunStatus.REJECTED, RunStep.DONE, "refused", result);

    assertThat(store.finish(id, ending, T.plusSeconds(60))).isTrue();
    TrainingRun run = store.find(id).orElseThrow();
    assertThat(run.result()).isEqualTo(result);
    assertThat(run.state())
        .isEqualTo(new TrainingRun.State(RunStatus.REJECTED, "done", 1, "refused", false));
    assertThat(run.times().finishedAt()).isEqualTo(T.plusSeconds(60));
    assertThat(store.active()).isEmpty();
    assertThat(store.newestWith(RunStatus.REJECTED)).contains(run);
    assertThat(store.newestWith(RunStatus.SUCCEEDED)).isEmpty();
  }

  @Test
  void neverChangesARunThatHasEnded() {
    String id = running();
    Ending failed = new Ending(RunStatus.FAILED, RunStep.FIT, "broken", TrainingRun.Result.NONE);
    assertThat(store.finish(id, failed, T)).isTrue();
    TrainingRun ended = store.find(id).orElseThrow();

    assertThat(store.finish(id, failed, T.plusSeconds(5))).isFalse();
    assertThat(store.report(id, RunStep.FIT, 0.9, "late", T)).isEqualTo(Signal.LOST);
    assertThat(store.cancel(id, "me", T)).isEqualTo(new CancelResult.AlreadyEnded(ended));
    assertThat(store.find(id)).contains(ended);
  }

  @Test
  void callsCrashedWhatNoProcessRuns() {
    String id = running();
    var _ = store.report(id, RunStep.FIT, 0.4, "epoch 2", T);
    assertThat(store.abandonRunning(T.plusSeconds(30))).containsExactly(id);

    TrainingRun run = store.find(id).orElseThrow();
    assertThat(run.state())
        .isEqualTo(
            new TrainingRun.State(
                RunStatus.CRASHED, "fit", 0.4, "its trainer vanished while: epoch 2", false));
    assertThat(store.report(id, RunStep.FIT, 0.5, "still here", T)).isEqualTo(Signal.LOST);
    assertThat(store.abandonRunning(T)).isEmpty();
  }

  @Test
  void goesOnWithARunWhoseProcessVanishedUntilItTookTooManyWithIt() {
    String id = running();
    var _ = store.report(id, RunStep.FIT, 0.4, "epoch 2", T);
    for (int takeover = 1; takeover <= TrainingRunStore.MAX_TAKEOVERS; takeover++) {
      TrainingRun resumed = store.resume(T.plusSeconds(30L * takeover)).orElseThrow();
      assertThat(resumed.trainingId()).isEqualTo(id);
      assertThat(resumed.status()).isEqualTo(RunStatus.RUNNING);
      assertThat(resumed.times().heartbeatAt()).isEqualTo(T.plusSeconds(30L * takeover));
      assertThat(store.report(id, RunStep.FIT, 0.4, "epoch 2", T)).isEqualTo(Signal.CONTINUE);
    }
    assertThat(store.resume(T)).isEmpty();
    assertThat(store.abandonRunning(T)).containsExactly(id);
    assertThat(store.resume(T)).isEmpty();
  }

  @Test
  void goesOnWithARunThatWasHandedOverHoweverOften() {
    String id = running();
    for (int i = 0; i < 2 * TrainingRunStore.MAX_TAKEOVERS; i++) {
      store.handOver(id);
      assertThat(store.find(id).orElseThrow().state().message())
          .isEqualTo("its trainer was shut down, waiting for another");
      assertThat(store.resume(T).orElseThrow().trainingId()).isEqualTo(id);
    }
    assertThat(store.claim(T)).isEmpty();
  }

  @Test
  void keepsThePlanARunWasBegunWith() {
    String id = running();
    assertThat(store.plan(id)).isEmpty();
    for (RunPlan plan : List.of(plan(id, null, new SearchSpec(9, 200)), plan(id, PARENT, null))) {
      store.keepPlan(id, plan);
      assertThat(store.plan(id)).contains(plan);
    }
  }

  private static RunPlan plan(
      String id, @Nullable WarmStart warmStart, @Nullable SearchSpec search) {
    return new RunPlan(
        id,
        ModelLine.GLOBAL,
        new DatasetSpec(Timeframe.H1, List.of(Symbol.of("EURUSD")), T, null, new LabelSpec(6, 1.5)),
        new WalkForward(4, 0.15, 0.25, 26, 0, T.plusSeconds(7)),
        40_000,
        new Hyperparameters(
            new Architecture(List.of(64, 32), 16, 0.1, false),
            new Optimisation(0.002, 1e-5, 256, 12, 3, 0.5, SampleWeighting.UNIQUENESS)),
        List.of(7L, 8L),
        warmStart,
        search,
        true,
        "me");
  }

  @Test
  void cancelsAQueuedRunForGood() {
    TrainingRun run = queued(TrainingRequest.DEFAULT, false, T);
    assertThat(store.cancel(run.trainingId(), "me", T.plusSeconds(1)))
        .isInstanceOfSatisfying(
            CancelResult.Cancelled.class,
            cancelled -> assertThat(cancelled.run().status()).isEqualTo(RunStatus.CANCELLED));
    assertThat(store.claim(T)).isEmpty();
    assertThat(store.cancel("training_1", "me", T))
        .isEqualTo(new CancelResult.Unknown("training_1"));
  }

  private String running() {
    var _ = queued(TrainingRequest.DEFAULT, false, T);
    return store.claim(T.plusSeconds(1)).orElseThrow().trainingId();
  }

  private TrainingRun queued(TrainingRequest request, boolean behindRunning, Instant at) {
    EnqueueResult result = store.enqueue(request, "me", TrainingTrigger.REQUEST, behindRunning, at);
    assertThat(result).isInstanceOf(EnqueueResult.Queued.class);
    return ((EnqueueResult.Queued) result).run();
  }

  private void assertInProgress(boolean behindRunning, TrainingRun active) {
    assertThat(
            store.enqueue(TrainingRequest.DEFAULT, "me", TrainingTrigger.WEEKLY, behindRunning, T))
        .isEqualTo(new EnqueueResult.InProgress(active));
  }

  private static RunMetrics metrics() {
    ClassificationMetrics model =
        new ClassificationMetrics(
            9,
            0.5,
            0.4,
            0.3,
            1.2,
            0.6,
            0.05,
            List.of(List.of(1, 2, 0), List.of(0, 3, 0), List.of(1, 1, 1)));
    return new RunMetrics(
        new EvaluationReport(
            model, Map.of("majority", model), new TradingMetrics(3, 0.3, 0.9, -0.1, 0.2)),
        new Skill(0.1, -0.01, 0.95, 24, 7),
        walkForward(model),
        1.1,
        20_261_101L,
        4,
        "ab".repeat(32),
        "cd".repeat(32),
        new RunMetrics.Samples(100, 20, 30, 1),
        1_234.5,
        new Hyperparameters(
            new Architecture(List.of(64, 32), 16, 0.1, false),
            new Optimisation(0.002, 1e-5, 256, 12, 3, 0.5, SampleWeighting.UNIQUENESS)),
        new SearchOutcome(9, 24, 3, 0.99),
        PARENT);
  }

  private static WalkForwardReport walkForward(ClassificationMetrics model) {
    TradingMetrics trading = new TradingMetrics(3, 0.3, 0.9, -0.1, 0.2);
    Interval accuracy = new Interval(0.5, 0.4, 0.6, 0.95);
    return new WalkForwardReport(
        List.of(
            new WalkForwardReport.SeedResult(
                7,
                model,
                trading,
                TradeRisk.of(new double[] {1, -0.5, 0.25}),
                accuracy,
                Map.of("majority", new Skill(0.1, -0.01, 0.95, 24, 7)),
                Map.of("boosted_trees", new Skill(-0.1, -0.2, 0.95, 24, 7)))),
        List.of(
            new WalkForwardReport.FoldResult(
                0,
                T,
                T.plusSeconds(3_600),
                100,
                20,
                9,
                List.of(new WalkForwardReport.FitResult(7, 4, 1.1, 0.5, 1.2)))),
        new WalkForwardReport.HoldoutResult(
            T,
            T.plusSeconds(7_200),
            new EvaluationReport(model, Map.of(), trading),
            accuracy,
            new Interval(0, -0.1, 0.1, 0.95)),
        new WalkForwardReport.ConformalResult(
            new ConformalClassifier(0.1, 0.6, 20),
            List.of(new ConformalCoverage(0.1, 20, 0.9, 1.5, 0.5)),
            new ConformalCoverage(0.1, 30, 0.8, 1.6, 0.4)));
  }

  private static GateVerdict verdict() {
    return GateVerdict.of(
        List.of(new GateCheck("min_accuracy", 0.5, 0.55, false, "accuracy 0.5 is below 0.55")));
  }
}
