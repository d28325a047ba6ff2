package com.aicashevolution.inference.engine;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All lines at one moment. Immutable: a request that reads it once sees no switch until its next
 * request.
 */
public final class ModelSnapshot {

  private static final Comparator<ServingLine> BY_NAME =
      Comparator.comparing(ServingLine::line).thenComparing(ServingLine::timeframe);

  static final ModelSnapshot EMPTY = new ModelSnapshot(List.of());

  private final List<ServingLine> lines;
  private final Map<ModelVersion, ServingModel> models;

  ModelSnapshot(Collection<ServingLine> lines) {
    this.lines = lines.stream().sorted(BY_NAME).toList();
    Map<ModelVersion, ServingModel> byVersion = new HashMap<>();
    lines.stream()
        .flatMap(ServingLine::models)
        .forEach(model -> byVersion.put(model.version(), model));
    this.models = Map.copyOf(byVersion);
  }

  /** A state per line and timeframe, by name. */
  public Collection<ServingLine> lines() {
    return lines;
  }

  /** Who answers for a line on bars of one timeframe. */
  public Optional<ServingLine> line(ModelLine line, Timeframe timeframe) {
    return lines.stream()
        .filter(state -> state.line().equals(line) && state.timeframe() == timeframe)
        .findFirst();
  }

  /** Who answers for a line on the shortest bars it has models for. */
  public Optional<ServingLine> line(ModelLine line) {
    return lines.stream().filter(state -> state.line().equals(line)).findFirst();
  }

  public Optional<ServingModel> find(ModelVersion version) {
    return Optional.ofNullable(models.get(version));
  }

  /** Versions in memory that serve some line, as champion, challenger or previous. */
  public Collection<ServingModel> models() {
    return models.values();
  }

  public boolean hasChampion() {
    return lines.stream().anyMatch(line -> line.champion() != null);
  }

  /** The champion of the global line, or of the first line that has one. */
  public Optional<ServingModel> principal() {
    return line(ModelLine.GLOBAL)
        .flatMap(line -> Optional.ofNullable(line.champion()))
        .or(
            () ->
                lines.stream()
                    .flatMap(line -> Optional.ofNullable(line.champion()).stream())
                    .findFirst());
  }
}
