package com.aicashevolution.api;

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
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A registry for reading: tests say what is in it. */
public final class FakeRegistry implements ModelRegistry {

  private static final Instant CREATED = Instant.parse("2026-11-15T02:00:00Z");

  private final Lost connection = new Lost();
  private final List<ModelRecord> models = new ArrayList<>();
  private final Map<ModelLine, LineState> lines = new TreeMap<>();
  private final List<RolloutEvent> rollouts = new ArrayList<>();

  public Lost connection() {
    return connection;
  }

  public void clear() {
    models.clear();
    lines.clear();
    rollouts.clear();
    connection.find();
  }

  /** Says who serves {@code line}. */
  public void serve(
      String line, @Nullable String champion, @Nullable String challenger, int percentage) {
    ModelLine key = new ModelLine(line);
    lines.put(
        key,
        new LineState(
            key, Timeframe.H1, version(champion), version(challenger), percentage, null, CREATED));
  }

  /** Adds a version; one that is REJECTED was refused for its accuracy. */
  public void add(String version, String line, ModelStatus status) {
    boolean passed = status != ModelStatus.REJECTED;
    GateVerdict gate =
        GateVerdict.of(
            List.of(
                new GateCheck("min_samples", 900, 100, true, "900 samples, 100 are needed"),
                new GateCheck(
                    "min_accuracy",
                    passed ? 0.61 : 0.41,
                    0.55,
                    passed,
                    passed ? "accuracy 0.61 reaches 0.55" : "accuracy 0.41 is below 0.55")));
    models.add(
        new ModelRecord(
            new ModelVersion(version),
            new ModelLine(line),
            Timeframe.H1,
            status,
            "training_20261115_020000",
            CREATED.plusSeconds(models.size()),
            "ab".repeat(32),
            true,
            report(passed ? 0.61 : 0.41),
            gate,
            passed ? importance() : null));
  }

  public void addRollout(String version, String action, int percentage) {
    rollouts.addFirst(
        new RolloutEvent(
            rollouts.size() + 1L,
            CREATED,
            ModelLine.GLOBAL,
            new ModelVersion(version),
            action,
            percentage,
            null,
            false,
            "alice",
            null));
  }

  /** ADX twice as much as any other. */
  private static IndicatorImportance importance() {
    double[] shares = new double[IndicatorName.COUNT];
    Arrays.fill(shares, 1.0 / (IndicatorName.COUNT + 1));
    shares[0] *= 2;
    return new IndicatorImportance(IndicatorImportance.byName(shares), 64, 32, 128, 7, 1e-16);
  }

  private static EvaluationReport report(double accuracy) {
    return new EvaluationReport(
        metrics(accuracy),
        Map.of("majority", metrics(0.4)),
        new TradingMetrics(120, 0.52, 1.3, 0.1, 0.2));
  }

  private static ClassificationMetrics metrics(double accuracy) {
    return new ClassificationMetrics(
        900, accuracy, accuracy, accuracy, 0.9, 0.5, 0.02, List.of(List.of(1, 2, 3)));
  }

  private static @Nullable ModelVersion version(@Nullable String text) {
    return text == null ? null : new ModelVersion(text);
  }

  @Override
  public Optional<ModelRecord> find(ModelVersion version) {
    connection.check();
    return models.stream().filter(model -> model.version().equals(version)).findFirst();
  }

  @Override
  public List<ModelRecord> newest(int limit) {
    connection.check();
    return models.stream()
        .sorted(Comparator.comparing(ModelRecord::createdAt).reversed())
        .limit(limit)
        .toList();
  }

  @Override
  public Optional<ModelRecord> newestOf(ModelLine line) {
    connection.check();
    return newest(Integer.MAX_VALUE).stream().filter(m -> m.line().equals(line)).findFirst();
  }

  @Override
  public List<LineState> lines() {
    connection.check();
    return List.copyOf(lines.values());
  }

  @Override
  public List<RolloutEvent> rollouts(int limit) {
    connection.check();
    return rollouts.stream().limit(limit).toList();
  }

  @Override
  public ModelRecord register(ModelRecord trained, String actor) {
    throw new UnsupportedOperationException("the front door registers nothing");
  }

  @Override
  public PromotionResult promote(PromotionRequest request) {
    throw new UnsupportedOperationException("the trainer promotes");
  }

  @Override
  public PromotionResult rollback(ModelVersion version, String actor, @Nullable String reason) {
    throw new UnsupportedOperationException("the trainer rolls back");
  }
}
