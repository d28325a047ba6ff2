package com.aicashevolution.inference.engine;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All lines at one moment. Immutable: a request that reads it once sees no switch until its next
 * request.
 */
public final class ModelSnapshot {

  static final ModelSnapshot EMPTY = new ModelSnapshot(Map.of());

  private final Map<ModelLine, ServingLine> lines;
  private final Map<ModelVersion, ServingModel> models;

  ModelSnapshot(Map<ModelLine, ServingLine> lines) {
    this.lines = Collections.unmodifiableMap(new TreeMap<>(lines));
    Map<ModelVersion, ServingModel> byVersion = new HashMap<>();
    lines.values().stream()
        .flatMap(ServingLine::models)
        .forEach(model -> byVersion.put(model.version(), model));
    this.models = Map.copyOf(byVersion);
  }

  /** By name. */
  public Collection<ServingLine> lines() {
    return lines.values();
  }

  public Optional<ServingLine> line(ModelLine line) {
    return Optional.ofNullable(lines.get(line));
  }

  public Optional<ServingModel> find(ModelVersion version) {
    return Optional.ofNullable(models.get(version));
  }

  /** Versions in memory that serve some line, as champion, challenger or previous. */
  public Collection<ServingModel> models() {
    return models.values();
  }

  public boolean hasChampion() {
    return lines.values().stream().anyMatch(line -> line.champion() != null);
  }

  /** The champion of the global line, or of the first line that has one. */
  public Optional<ServingModel> principal() {
    return line(ModelLine.GLOBAL)
        .flatMap(line -> Optional.ofNullable(line.champion()))
        .or(
            () ->
                lines.values().stream()
                    .flatMap(line -> Optional.ofNullable(line.champion()).stream())
                    .findFirst());
  }
}
