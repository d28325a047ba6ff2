package com.aicashevolution.inference.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelLine;
import org.junit.jupiter.api.Test;

class CandidateFinderTest {

  private final EngineFixture engine = EngineFixture.loadingAtOnce();
  private final CandidateFinder finder = new CandidateFinder(engine.registry);

  @Test
  void findsTheNewestVersionOfAnyLineThatCoversTheSymbol() {
    engine.publish("v20261101_000002-GBPUSD", new ModelLine("GBPUSD"), 2);
    SampleArtifact global = engine.publish("v20261101_000001", ModelLine.GLOBAL, 1);

    assertThat(finder.newestFor(Symbol.of("EURUSD"))).hasValue(global.registered());
  }

  @Test
  void explainsNothingWhileTheRegistryIsLost() {
    engine.publish("v20261101_000001", ModelLine.GLOBAL, 1);
    engine.registry.lose();

    assertThat(finder.newestFor(Symbol.of("EURUSD"))).isEmpty();
  }
}
