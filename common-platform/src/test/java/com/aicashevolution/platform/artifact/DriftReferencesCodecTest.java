package com.aicashevolution.platform.artifact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aicashevolution.drift.AnswerReference;
import com.aicashevolution.drift.CheckPlan;
import com.aicashevolution.drift.DriftReference;
import com.aicashevolution.drift.DriftReferences;
import com.aicashevolution.drift.PerformancePromise;
import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.simulated.SimulatedMarket;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.signal.Probabilities;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DriftReferencesCodecTest {

  private static final Symbol BTCUSD = Symbol.of("BTCUSD");
  private static final CandleSeries SERIES =
      new SimulatedMarket(SimulationSpec.regimes(5))
          .candles(
              BTCUSD, SimulatedMarket.ANCHOR, SimulatedMarket.ANCHOR.plus(Duration.ofDays(150)));
  private static final DriftReferences REFERENCES =
      new DriftReferences(
          DriftReferences.CURRENT,
          CheckPlan.DAILY,
          Map.of(
              BTCUSD,
              DriftReference.calibrate(new FeaturePipeline().matrix(SERIES), CheckPlan.DAILY)),
          Map.of(
              BTCUSD,
              AnswerReference.calibrate(
                  Collections.nCopies(3_000, new Probabilities(0.2f, 0.5f, 0.3f)),
                  CheckPlan.DAILY)),
          Map.of(Symbol.of("EURUSD"), "history must be longer"),
          new PerformancePromise(1_000, 100, 0.25, 1.1, 0.2));

  @Test
  void readsWhatItWroteAndWritesTheSameBytesAgain() throws Exception {
    byte[] written = DriftReferencesCodec.write(REFERENCES);
    DriftReferences read = DriftReferencesCodec.read(written);
    assertThat(read).isEqualTo(REFERENCES);
    assertThat(DriftReferencesCodec.write(read)).isEqualTo(written);
    assertThat(written.length).isLessThan(40_000);
  }

  @Test
  void refusesWhatItDoesNotUnderstandByName() {
    String written = new String(DriftReferencesCodec.write(REFERENCES), UTF_8);
    assertRefused(written.replace("\"layout\":1", "\"layout\":2"), "layout 2 is not known to this");
    assertRefused(written.replace("\"limit\"", "\"limits\""), "Missing creator property 'limit'");
    assertRefused(
        written.replace("\"window_bars\":240", "\"window_bars\":1"), "windowBars must be");
    assertRefused(written.substring(0, 5_000), "");
    assertRefused(written + "{}", "Trailing token");
  }

  private static void assertRefused(String document, String because) {
    assertThatExceptionOfType(ArtifactFormatException.class)
        .isThrownBy(() -> DriftReferencesCodec.read(document.getBytes(UTF_8)))
        .withMessageStartingWith("drift reference")
        .withMessageContaining(because);
  }
}
