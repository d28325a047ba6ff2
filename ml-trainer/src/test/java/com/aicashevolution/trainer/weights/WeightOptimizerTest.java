package com.aicashevolution.trainer.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.signal.IndicatorWeights;
import com.aicashevolution.trainer.weights.OptimizationResult.Better;
import com.aicashevolution.trainer.weights.OptimizationResult.NotBetter;
import com.aicashevolution.trainer.weights.OptimizationResult.TooFew;
import java.time.Duration;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class WeightOptimizerTest {

  /** Of each kind of noise; 1 % of them may pass for an improvement of one bound alone. */
  private static final int NOISE_HISTORIES = 600;

  private static final int PLANTED_HISTORIES = 100;

  private final WeightsProperties properties =
      new WeightsProperties(Duration.ofDays(180), Duration.ofDays(30), 0.4, 120, 120, 30, 0.99, 12);
  private final WeightOptimizer optimizer = new WeightOptimizer(properties, 1);

  @Test
  void storesNothingOnNoise() {
    int passed =
        better(seed -> new DecisionSimulation(seed).predictions(500, (features, p) -> 0))
            + better(seed -> new DecisionSimulation(seed).trades(500, (features, p) -> 0));
    assertThat(passed).as("of %d histories of noise", 2 * NOISE_HISTORIES).isLessThanOrEqualTo(12);
  }

  /** Trading less loses less then, which is no improvement of the weights. */
  @Test
  void storesNothingOnNoiseThatPaysASpread() {
    int passed =
        better(seed -> new DecisionSimulation(seed).predictions(500, (features, p) -> -0.15))
            + better(seed -> new DecisionSimulation(seed).trades(500, (features, p) -> -0.15));
    assertThat(passed).as("of %d histories of noise", 2 * NOISE_HISTORIES).isLessThanOrEqualTo(12);
  }

  /** A discount would raise what a unit brings and lower what all of them bring. */
  @Test
  void leavesAModelAloneWhoseEveryLevelOfConfidenceEarns() {
    int passed =
        better(seed -> new DecisionSimulation(seed).predictions(500, (features, p) -> p - 0.4));
    assertThat(passed).isZero();
  }

  @Test
  void discountsAModelWhoseLowConfidencesLose() {
    int passed =
        better(
            PLANTED_HISTORIES,
            seed ->
                new DecisionSimulation(seed)
                    .predictions(2_000, (features, p) -> p < 0.8 ? -0.8 : 0.4));
    assertThat(passed).isGreaterThanOrEqualTo((int) (0.8 * PLANTED_HISTORIES));
  }

  @Test
  void distrustsTheIndicatorThatTradesLostOnAndNoOther() {
    List<PastDecision> trades =
        new DecisionSimulation(3)
            .trades(2_000, (features, p) -> Math.abs(features[0]) > 1 ? -1.5 : 0.7);

    OptimizationResult result = optimizer.optimize(trades, IndicatorWeights.NEUTRAL);

    assertThat(result).isInstanceOf(Better.class);
    Better better = (Better) result;
    double others = better.values().stream().skip(1).mapToDouble(w -> w).min().orElseThrow();
    assertThat(better.values().getFirst()).isLessThan(others - 0.5);
    assertThat(better.improvement().score()).isPositive();
    assertThat(better.improvement().against()).isEqualTo("neutral");
    assertThat(better.improvement().split())
        .isEqualTo(DecisionSimulation.START.plus(Duration.ofDays(50)));
    assertThat(better.improvement().judged()).isEqualTo(800);
    // five decisions were open when the later part began
    assertThat(better.improvement().fitted()).isEqualTo(1_195);
  }

  @Test
  void asksForMoreThanTheWeightsInForceAlreadyGive() {
    List<PastDecision> trades =
        new DecisionSimulation(3)
            .trades(2_000, (features, p) -> Math.abs(features[0]) > 1 ? -1.5 : 0.7);
    Better first = (Better) optimizer.optimize(trades, IndicatorWeights.NEUTRAL);

    OptimizationResult again =
        optimizer.optimize(trades, new IndicatorWeights("w1", first.values()));

    assertThat(again).isInstanceOf(NotBetter.class);
    NotBetter same = (NotBetter) again;
    assertThat(same.improvement().against()).isEqualTo("w1");
    assertThat(same.improvement().score()).isCloseTo(0, within(1e-12));
    assertThat(same.why()).contains("both must be above 0");
  }

  @Test
  void goesBackToNeutralWhereTheWeightsInForceDoHarm() {
    List<PastDecision> earning = new DecisionSimulation(4).predictions(900, (features, p) -> 0.5);
    IndicatorWeights strict =
        new IndicatorWeights(
            "w1", DecisionSimulation.ones().stream().map(one -> 0.7 * one).toList());

    OptimizationResult result = optimizer.optimize(earning, strict);

    assertThat(result).isInstanceOf(Better.class);
    assertThat(((Better) result).values()).isEqualTo(DecisionSimulation.ones());
    assertThat(((Better) result).improvement().profit().lower()).isPositive();
    assertThat(((Better) result).improvement().acted())
        .isGreaterThan(((Better) result).improvement().actedAgainst());
  }

  @Test
  void isAPureFunctionOfItsDecisions() {
    List<PastDecision> decisions =
        new DecisionSimulation(5).predictions(600, (features, p) -> p - 0.7);
    assertThat(optimizer.optimize(decisions.reversed(), IndicatorWeights.NEUTRAL))
        .isEqualTo(optimizer.optimize(decisions, IndicatorWeights.NEUTRAL));
  }

  @Test
  void saysHowManyDecisionsAreMissing() {
    assertThat(
            optimizer.optimize(
                new DecisionSimulation(1).trades(239, (features, p) -> 1),
                IndicatorWeights.NEUTRAL))
        .isEqualTo(new TooFew("239 settled decisions to trade, at least 240 are needed"));
    assertThat(optimizer.optimize(List.of(), IndicatorWeights.NEUTRAL)).isInstanceOf(TooFew.class);
  }

  private int better(LongFunction<List<PastDecision>> history) {
    return better(NOISE_HISTORIES, history);
  }

  private int better(int histories, LongFunction<List<PastDecision>> history) {
    int better = 0;
    for (long seed = 0; seed < histories; seed++) {
      better +=
          optimizer.optimize(history.apply(seed), IndicatorWeights.NEUTRAL) instanceof Better
              ? 1
              : 0;
    }
    return better;
  }
}
