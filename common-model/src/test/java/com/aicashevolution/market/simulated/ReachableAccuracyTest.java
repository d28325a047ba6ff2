package com.aicashevolution.market.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.LabelSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReachableAccuracyTest {

  private static final LabelSpec LABEL = new LabelSpec(6, 1.5);
  private static final List<Symbol> SOME =
      List.of(Symbol.of("EURUSD"), Symbol.of("GBPJPY"), Symbol.of("XAUUSD"), Symbol.of("BTCUSD"));

  private static final List<Symbol> PAIR = SOME.subList(0, 2);

  @Test
  void findsTheEdgeThatWasPlanted() {
    PlantedEdge edge = ReachableAccuracy.estimate(SimulationSpec.regimes(1), LABEL, SOME, 1500);

    assertThat(edge.standardError()).isLessThan(0.01);
    assertThat(edge.reachableAccuracy()).isBetween(0.68, 0.75);
    assertThat(edge.macroF1()).isGreaterThan(0.67);
    assertThat(edge.reachableAccuracy() - edge.majorityShare())
        .isGreaterThan(10 * edge.standardError());
    assertThat(edge.directionalEdge()).isGreaterThan(10 * edge.directionalEdgeError());
  }

  @Test
  void plantsAllThreeAnswersOften() {
    PlantedEdge edge = ReachableAccuracy.estimate(SimulationSpec.regimes(2), LABEL, SOME, 1500);

    assertThat(edge.shares().smallest()).isGreaterThan(0.2);
    assertThat(edge.majorityShare()).isLessThan(0.4);
  }

  @Test
  void isDeterministic() {
    SimulationSpec spec = SimulationSpec.regimes(3);

    assertThat(ReachableAccuracy.estimate(spec, LABEL, SOME, 400))
        .isEqualTo(ReachableAccuracy.estimate(spec, LABEL, SOME, 400));
  }

  /**
   * Forty random walks, each searched by an observer who believes in regimes. The search claims an
   * edge where z > 1.645; were it exact, a claim would be false 5 times in 100, and more than 7 of
   * 40 would happen once in 500 runs of this test with other seeds (binomial).
   */
  @Test
  void findsNothingInARandomWalkMoreOftenThanItsErrorRate() {
    int claims = 0;
    for (int seed = 0; seed < 40; seed++) {
      PlantedEdge edge =
          ReachableAccuracy.estimate(
              SimulationSpec.randomWalk(seed), SimulationSpec.regimes(seed), LABEL, PAIR, 400);
      claims += edge.directionalEdge() > 1.645 * edge.directionalEdgeError() ? 1 : 0;
    }
    assertThat(claims).isLessThanOrEqualTo(7);
  }

  @Test
  void findsTheSameNothingInMoreOfARandomWalk() {
    PlantedEdge edge =
        ReachableAccuracy.estimate(
            SimulationSpec.randomWalk(1), SimulationSpec.regimes(1), LABEL, SOME, 1500);

    assertThat(Math.abs(edge.directionalEdge())).isLessThan(0.01);
    assertThat(edge.reachableAccuracy()).isLessThan(0.5);
  }
}
