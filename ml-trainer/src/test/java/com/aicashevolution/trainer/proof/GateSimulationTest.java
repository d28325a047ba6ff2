package com.aicashevolution.trainer.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.SampleCollector;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.gate.Gate;
import com.aicashevolution.trainer.gate.GateProperties;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A dozen histories: enough to see a gate that lets noise or nothing through. Every minimum is 0,
 * so that what refuses is skill, the deflated Sharpe ratio and the holdout alone.
 */
class GateSimulationTest {

  private static final Instant FROM = Instant.parse("2022-01-10T00:00:00Z");
  private static final LabelSpec LABEL = new LabelSpec(6, 1.5);
  private static final GateSimulation SIMULATION =
      new GateSimulation(
          new Gate(new GateProperties(100, 0, 0, 0, 0, 1, 1, 1, 0.95, 1, 0.95)),
          WalkForward.withLeastEmbargo(3, 0.15, 0.25, 6),
          2,
          3);

  @Test
  void noRandomWalkIsPromotedHoweverOftenItIsTrainedOn() {
    for (int seed = 1; seed <= 10; seed++) {
      List<GateVerdict> verdicts = SIMULATION.verdicts(history(SimulationSpec.randomWalk(seed)));
      assertThat(verdicts).hasSize(3).noneMatch(GateVerdict::passed);
    }
  }

  @Test
  void aPlantedEdgeIsPromotedOnceTheHistoryIsLongEnough() {
    int promoted = 0;
    for (int seed = 1; seed <= 3; seed++) {
      List<GateVerdict> verdicts = SIMULATION.verdicts(history(SimulationSpec.regimes(seed)));
      promoted += verdicts.getLast().passed() ? 1 : 0;
    }
    assertThat(promoted).isEqualTo(3);
  }

  private static Dataset history(SimulationSpec spec) {
    SimulatedMarket market = new SimulatedMarket(spec);
    SampleCollector collector = new SampleCollector(new FeaturePipeline(), LABEL);
    return new Dataset(
        Timeframe.H1,
        LABEL,
        Stream.of("EURUSD", "XAUUSD")
            .map(Symbol::of)
            .map(symbol -> market.candles(symbol, FROM, FROM.plus(Duration.ofDays(250))))
            .map(collector::collect)
            .toList(),
        true,
        "");
  }
}
