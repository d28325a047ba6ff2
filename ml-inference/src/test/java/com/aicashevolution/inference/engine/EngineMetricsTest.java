package com.aicashevolution.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelLine;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineMetricsTest {

  @Test
  void hasASeriesForEveryLineFromTheStartAndCountsWhatServes() {
    EngineFixture engine = EngineFixture.loadingAtOnce();
    new EngineMetrics(engine.pool, engine.onDemand, List.of(Symbol.of("EURUSD")), engine.clock)
        .bindTo(engine.meters);
    assertThat(engine.meters.get("ml.model.age").gauges()).hasSize(6);
    assertThat(age(engine)).isNaN();
    assertThat(engine.meters.get("ml.model.load").timer().count()).isZero();
    assertThat(engine.meters.get("ml.active.models").gauge().value()).isZero();

    SampleArtifact one = engine.publish("v20261101_000001", ModelLine.GLOBAL, 1);
    engine.registry.set(ModelLine.GLOBAL, one.version(), null, null);
    engine.pool.refresh().join();

    assertThat(age(engine)).isEqualTo(60);
    assertThat(engine.meters.get("ml.active.models").gauge().value()).isEqualTo(1);
    assertThat(engine.meters.get("ml.registry.reachable").gauge().value()).isEqualTo(1);
    assertThat(engine.meters.get("ml.model.load").timer().count()).isEqualTo(1);
  }

  private static double age(EngineFixture engine) {
    return engine.meters.get("ml.model.age").tag("line", "global").gauge().value();
  }
}
