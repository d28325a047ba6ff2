package com.aicashevolution.platform.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.GateVerdict.GateCheck;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionRequest;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionResult;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** An empty registry and the steps that its contracts take. */
abstract class RegistrySteps {

  protected static final Instant NOW = Instant.parse("2026-11-21T02:00:00Z");
  protected static final ModelLine GLOBAL = ModelLine.GLOBAL;

  protected ModelRegistry registry;

  /** A registry without any version. */
  protected abstract ModelRegistry emptyRegistry(Clock clock);

  @BeforeEach
  final void setUp() {
    registry = emptyRegistry(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  protected static ModelVersion version(int i) {
    return ModelVersion.at(NOW.plusSeconds(i), GLOBAL);
  }

  protected static ModelRecord trained(int i, ModelLine line, Timeframe timeframe, boolean passed) {
    ClassificationMetrics metrics =
        new ClassificationMetrics(
            300, 1.0 / 3, 0.5, 0.6, 1.05, 0.6, 0.02, List.of(List.of(1, 2), List.of(3, 4)));
    Instant created = NOW.plusSeconds(i);
    return new ModelRecord(
        ModelVersion.at(created, line),
        line,
        timeframe,
        ModelStatus.TRAINED,
        "training_20261121_020000",
        created,
        "ab".repeat(32),
        true,
        new EvaluationReport(
            metrics, Map.of("majority", metrics), new TradingMetrics(7, 0.5, 1.1, 0.05, 0.2)),
        GateVerdict.of(
            List.of(new GateCheck("min_accuracy", 0.5, 0.55, passed, "accuracy 0.5, needs 0.55"))),
        passed ? importance() : null);
  }

  /** ADX twice as much as any other; versions the gate refused stand for old ones without. */
  private static IndicatorImportance importance() {
    double[] shares = new double[IndicatorName.COUNT];
    Arrays.fill(shares, 1.0 / (IndicatorName.COUNT + 1));
    shares[0] *= 2;
    return new IndicatorImportance(IndicatorImportance.byName(shares), 64, 32, 128, -3, 1e-16);
  }

  protected ModelRecord register(int i, boolean passed) {
    return registry.register(trained(i, GLOBAL, Timeframe.H1, passed), "trainer");
  }

  protected PromotionResult promote(int i, int percentage) {
    return registry.promote(new PromotionRequest(version(i), percentage, "ann", false, null));
  }

  protected PromotionResult force(int i, int percentage, String reason) {
    return registry.promote(new PromotionRequest(version(i), percentage, "ann", true, reason));
  }

  protected ModelStatus status(int i) {
    return registry.find(version(i)).orElseThrow().status();
  }

  protected LineState line() {
    assertThat(registry.lines()).hasSize(1);
    return registry.lines().getFirst();
  }
}
