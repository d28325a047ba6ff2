package com.aicashevolution.api.models;

import com.aicashevolution.model.Alias;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.registry.ModelRegistry.RolloutEvent;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Versions with the part they play now. */
@Component
public final class ModelCatalogue {

  private final ModelRegistry registry;

  ModelCatalogue(ModelRegistry registry) {
    this.registry = registry;
  }

  /** Newest first. */
  public List<CataloguedModel> newest(int limit) {
    List<LineState> lines = registry.lines();
    return registry.newest(limit).stream().map(model -> catalogued(model, lines)).toList();
  }

  public Optional<CataloguedModel> find(ModelVersion version) {
    return registry.find(version).map(model -> catalogued(model, registry.lines()));
  }

  /** Newest first. */
  public List<RolloutEvent> rollouts(int limit) {
    return registry.rollouts(limit);
  }

  private static CataloguedModel catalogued(ModelRecord model, List<LineState> lines) {
    return lines.stream()
        .filter(line -> line.line().equals(model.line()) && line.timeframe() == model.timeframe())
        .findFirst()
        .map(line -> catalogued(model, line))
        .orElseGet(() -> new CataloguedModel(model, null, 0));
  }

  private static CataloguedModel catalogued(ModelRecord model, LineState line) {
    if (model.version().equals(line.champion())) {
      return new CataloguedModel(model, Alias.CHAMPION, 100 - line.challengerPercentage());
    }
    if (model.version().equals(line.challenger())) {
      return new CataloguedModel(model, Alias.CHALLENGER, line.challengerPercentage());
    }
    return new CataloguedModel(
        model, model.version().equals(line.previous()) ? Alias.PREVIOUS : null, 0);
  }

  /**
   * A version and its part.
   *
   * @param alias its name within its line; null when it has none
   * @param trafficPercentage share of its line's traffic it answers now
   */
  public record CataloguedModel(ModelRecord model, @Nullable Alias alias, int trafficPercentage) {}
}
