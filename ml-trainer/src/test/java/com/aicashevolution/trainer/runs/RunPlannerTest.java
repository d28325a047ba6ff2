package com.aicashevolution.trainer.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.pipeline.RunPlan;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunPlannerTest {

  private static final List<Symbol> TRADED =
      List.of(Symbol.of("EURUSD"), Symbol.of("XAUUSD"), Symbol.of("BTCUSD"));
  private static final TrainingProperties DEFAULTS =
      new TrainingProperties(
          11,
          4,
          2,
          0,
          new TrainingProperties.Network(List.of(64, 32), 16, 0.1, false),
          new TrainingProperties.Optimiser(0.002, 1e-5, 256, 12, 3, 0.5, true),
          new TrainingProperties.Data(0.15, 0.25, 0, 40_000, 6, 1.5));

  private final RunPlanner planner = new RunPlanner(DEFAULTS, TRADED, Parents.none());

  @Test
  void fillsInEveryDefault() {
    RunPlan plan = planner.plan("training_1", TrainingRequest.DEFAULT, "me");

    assertThat(plan.line()).isEqualTo(ModelLine.GLOBAL);
    assertThat(plan.dataset().symbols()).isEqualTo(TRADED);
    assertThat(plan.dataset().timeframe()).isEqualTo(Timeframe.H1);
    assertThat(plan.dataset().label()).isEqualTo(new LabelSpec(6, 1.5));
    assertThat(plan.split()).isEqualTo(new WalkForward(4, 0.15, 0.25, 26, 0));
    assertThat(plan.maxTrainSamples()).isEqualTo(40_000);
    assertThat(plan.seeds()).containsExactly(11L, 12L);
    assertThat(plan.hyperparameters().architecture().lstmUnits()).containsExactly(64, 32);
    assertThat(plan.hyperparameters().optimisation().batchSize()).isEqualTo(256);
    assertThat(plan.hyperparameters().optimisation().sampleWeighting())
        .isEqualTo(SampleWeighting.UNIQUENESS);
    assertThat(plan.publish()).isTrue();
    assertThat(plan.requestedBy()).isEqualTo("me");
  }

  @Test
  void followsEveryWish() {
    HyperparameterOverrides wishes =
        new HyperparameterOverrides(
            List.of(8), 4, 0.3, true, 0.01, 0.0, 32, 5, 1, 1.0, 99, 2, 3, 12, 2.0);
    RunPlan plan =
        planner.plan("training_1", request(null, null, null, null, 70L, false, wishes), "me");

    assertThat(plan.hyperparameters().architecture().lstmUnits()).containsExactly(8);
    assertThat(plan.hyperparameters().architecture().denseUnits()).isEqualTo(4);
    assertThat(plan.hyperparameters().architecture().dropout()).isEqualTo(0.3);
    assertThat(plan.hyperparameters().architecture().batchNorm()).isTrue();
    assertThat(plan.hyperparameters().optimisation().learningRate()).isEqualTo(0.01);
    assertThat(plan.hyperparameters().optimisation().l2()).isZero();
    assertThat(plan.hyperparameters().optimisation().batchSize()).isEqualTo(32);
    assertThat(plan.hyperparameters().optimisation().maxEpochs()).isEqualTo(5);
    assertThat(plan.hyperparameters().optimisation().patienceEpochs()).isOne();
    assertThat(plan.hyperparameters().optimisation().classWeightPower()).isOne();
    assertThat(plan.maxTrainSamples()).isEqualTo(99);
    assertThat(plan.seeds()).containsExactly(70L, 71L, 72L);
    assertThat(plan.dataset().label()).isEqualTo(new LabelSpec(12, 2.0));
    assertThat(plan.split()).isEqualTo(new WalkForward(2, 0.15, 0.25, 32, 0));
    assertThat(plan.publish()).isFalse();
  }

  @Test
  void takesTheTradedSymbolsOfTheLine() {
    assertThat(plan(new ModelLine("metal"), null).dataset().symbols())
        .containsExactly(Symbol.of("XAUUSD"));
    assertThat(plan(new ModelLine("metal"), List.of(Symbol.of("XAGUSD"))).dataset().symbols())
        .containsExactly(Symbol.of("XAGUSD"));
    assertThatThrownBy(() -> plan(new ModelLine("fx-cross"), null))
        .isInstanceOfSatisfying(
            InvalidTrainingRequestException.class, e -> assertThat(e.field()).isEqualTo("line"));
    assertThatThrownBy(() -> plan(new ModelLine("metal"), List.of(Symbol.of("EURUSD"))))
        .isInstanceOfSatisfying(
            InvalidTrainingRequestException.class,
            e -> {
              assertThat(e.field()).isEqualTo("symbols");
              assertThat(e.complaint()).isEqualTo("must belong to line metal, EURUSD does not");
            });
  }

  @Test
  void refusesAPeriodThatEndsBeforeItBegins() {
    Instant noon = Instant.parse("2026-01-01T12:00:00Z");
    assertThatThrownBy(
            () -> planner.plan("t", request(null, null, noon, noon, null, null, null), "me"))
        .hasMessage("must be before to, which is 2026-01-01T12:00:00Z");
  }

  @Test
  void holdsOutFromTheInstantThatIsAskedForIfItLiesWithinThePeriod() {
    Instant from = Instant.parse("2020-01-01T00:00:00Z");
    Instant holdoutFrom = Instant.parse("2024-01-01T00:00:00Z");
    assertThat(planner.plan("t", holding(from, holdoutFrom), "me").split().holdoutFrom())
        .isEqualTo(holdoutFrom);
    assertThatThrownBy(() -> planner.plan("t", holding(holdoutFrom, holdoutFrom), "me"))
        .isInstanceOfSatisfying(
            InvalidTrainingRequestException.class,
            e -> {
              assertThat(e.field()).isEqualTo("holdout_from");
              assertThat(e.complaint()).isEqualTo("must be after from, which is " + holdoutFrom);
            });
  }

  @Test
  void beginsFromRandomWeightsUnlessAParentIsNamedThatItFinds() {
    assertThat(planner.plan("t", TrainingRequest.DEFAULT, "me").warmStart()).isNull();
    assertThatThrownBy(() -> planner.plan("t", warm("v20260101_000000", null), "me"))
        .isInstanceOfSatisfying(
            InvalidTrainingRequestException.class,
            e -> {
              assertThat(e.field()).isEqualTo("warm_start");
              assertThat(e.value()).isEqualTo("v20260101_000000");
              assertThat(e.complaint()).startsWith("must name a version that exists: ");
            });
    assertThatThrownBy(() -> planner.plan("t", warm("champion", new SearchWish(9, 300)), "me"))
        .hasMessage("must be left out of a search: it compares networks of many sizes");
  }

  private static TrainingRequest warm(String parent, @Nullable SearchWish search) {
    return new TrainingRequest(
        null, null, null, null, null, null, null, null, null, parent, search);
  }

  private static TrainingRequest holding(Instant from, Instant holdoutFrom) {
    return new TrainingRequest(
        null, null, null, from, null, holdoutFrom, null, null, null, null, null);
  }

  private RunPlan plan(ModelLine line, @Nullable List<Symbol> symbols) {
    return planner.plan("t", request(line, symbols, null, null, null, null, null), "me");
  }

  private static TrainingRequest request(
      @Nullable ModelLine line,
      @Nullable List<Symbol> symbols,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Long seed,
      @Nullable Boolean publish,
      @Nullable HyperparameterOverrides hyperparameters) {
    return new TrainingRequest(
        line, symbols, null, from, to, null, seed, publish, hyperparameters, null, null);
  }
}
