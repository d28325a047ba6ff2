package com.aicashevolution.inference.engine;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/** A registry whose lines are set by hand; can be lost. Thread-safe. */
public final class FakeRegistry implements ModelRegistry {

  private final Map<ModelVersion, ModelRecord> models = new TreeMap<>();
  private final Map<ModelLine, LineState> lines = new TreeMap<>();
  private boolean lost;

  public synchronized void add(ModelRecord model) {
    models.put(model.version(), model);
  }

  public synchronized void set(
      ModelLine line,
      @Nullable ModelVersion champion,
      @Nullable ModelVersion challenger,
      @Nullable ModelVersion previous) {
    lines.put(
        line,
        new LineState(
            line,
            Timeframe.H1,
            champion,
            challenger,
            challenger == null ? 0 : 10,
            previous,
            SampleArtifact.CREATED));
  }

  public synchronized void lose() {
    lost = true;
  }

  public synchronized void comeBack() {
    lost = false;
  }

  @Override
  public synchronized Optional<ModelRecord> find(ModelVersion version) {
    requireReachable();
    return Optional.ofNullable(models.get(version));
  }

  @Override
  public synchronized Optional<ModelRecord> newestOf(ModelLine line) {
    requireReachable();
    return models.values().stream()
        .filter(model -> model.line().equals(line))
        .max(Comparator.comparing(ModelRecord::createdAt).thenComparing(ModelRecord::version));
  }

  @Override
  public synchronized List<LineState> lines() {
    requireReachable();
    return List.copyOf(lines.values());
  }

  private void requireReachable() {
    if (lost) {
      throw new DataAccessResourceFailureException("connection refused");
    }
  }

  @Override
  public ModelRecord register(ModelRecord trained, String actor) {
    throw new UnsupportedOperationException("not asked by this service");
  }

  @Override
  public List<ModelRecord> newest(int limit) {
    throw new UnsupportedOperationException("not asked by this service");
  }

  @Override
  public PromotionResult promote(PromotionRequest request) {
    throw new UnsupportedOperationException("not asked by this service");
  }

  @Override
  public PromotionResult rollback(ModelVersion version, String actor, @Nullable String reason) {
    throw new UnsupportedOperationException("not asked by this service");
  }

  @Override
  public List<RolloutEvent> rollouts(int limit) {
    throw new UnsupportedOperationException("not asked by this service");
  }
}
