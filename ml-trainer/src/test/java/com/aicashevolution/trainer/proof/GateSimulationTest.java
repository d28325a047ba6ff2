package com.aicashevolution.trainer.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.gate.Gate;
import com.aicashevolution.trainer.gate.GateProperties;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A dozen histories: enough to see a gate that lets noise or nothing through. Every minimum is 0,
 * so that what refuses is skill, the deflated Sharpe ratio and the holdout alone.
 */
class GateSimulationTest {

  private static final Gate GATE =
      new Gate(new GateProperties(100, 0, 0, 0, 0, 1, 1, 1, 0.95, 1, 0.95));
  private static final GateSimulation SIMULATION =
      new GateSimulation(WalkForward.withLeastEmbargo(3, 0.15, 0.25, 6), 2, 3, GATE.confidence());

  @Test
  void noRandomWalkIsPromotedHoweverOftenItIsTrainedOn() {
    for (int seed = 1; seed <= 10; seed++) {
      List<GateVerdict> verdicts = verdicts(SimulationSpec.randomWalk(seed));
      assertThat(verdicts).hasSize(3).noneMatch(GateVerdict::passed);
    }
  }

  @Test
  void aPlantedEdgeIsPromotedOnceTheHistoryIsLongEnough() {
    int promoted = 0;
    for (int seed = 1; seed <= 3; seed++) {
      List<GateVerdict> verdicts = verdicts(SimulationSpec.regimes(seed));
      promoted += verdicts.getLast().passed() ? 1 : 0;
    }
    assertThat(promoted).isEqualTo(3);
  }

  private static List<GateVerdict> verdicts(SimulationSpec spec) {
    List<Symbol> symbols = List.of(Symbol.of("EURUSD"), Symbol.of("XAUUSD"));
    return SIMULATION.retrainsOf(SimulatedHistory.dataset(spec, symbols, 250)).stream()
        .map(GATE::judge)
        .toList();
  }
}
