package com.aicashevolution.inference.tensor;

import com.aicashevolution.inference.engine.LoadResult;
import com.aicashevolution.inference.engine.ModelPool;
import com.aicashevolution.inference.engine.ModelResolver;
import com.aicashevolution.inference.engine.ModelSnapshot;
import com.aicashevolution.inference.engine.ServingLine;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.market.TradedSymbols;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds what a model name means, once per request. A name never means another line's model: whoever
 * wants the nearest champion of a symbol asks for a prediction. Thread-safe.
 */
public final class ModelDirectory {

  private final ModelPool pool;
  private final ModelResolver resolver;
  private final TradedSymbols traded;

  public ModelDirectory(ModelPool pool, ModelResolver resolver, TradedSymbols traded) {
    this.pool = pool;
    this.resolver = resolver;
    this.traded = traded;
  }

  /** The champion of the model, seen from one snapshot. */
  public ModelResolution champion(String text) {
    Optional<ModelName> known = name(text);
    if (known.isEmpty()) {
      return new ModelResolution.UnknownModel(text);
    }
    ModelName name = known.get();
    ModelSnapshot snapshot = pool.snapshot();
    return champion(snapshot, name)
        .<ModelResolution>map(ModelResolution.Serving::new)
        .orElseGet(
            () ->
                new ModelResolution.NoChampion(
                    name,
                    name.line().lessSpecific().stream()
                        .map(line -> new ModelName(line, name.timeframe()))
                        .filter(less -> champion(snapshot, less).isPresent())
                        .findFirst()));
  }

  /** A version of the model, whatever its role; loaded now where it is not in memory. */
  public ModelResolution version(String text, String version) {
    Optional<ModelName> known = name(text);
    if (known.isEmpty()) {
      return new ModelResolution.UnknownModel(text);
    }
    ModelName name = known.get();
    ModelVersion wanted;
    try {
      wanted = new ModelVersion(version);
    } catch (IllegalArgumentException misspelt) {
      return new ModelResolution.UnknownVersion(name, version, Optional.empty());
    }
    return switch (resolver.find(wanted)) {
      case LoadResult.Loaded(ServingModel model) -> {
        ModelName its = new ModelName(model.line(), model.timeframe());
        yield its.equals(name)
            ? new ModelResolution.Serving(model)
            : new ModelResolution.UnknownVersion(name, version, Optional.of(its));
      }
      case LoadResult.Unknown unknown ->
          new ModelResolution.UnknownVersion(name, version, Optional.empty());
      case LoadResult.Rejected rejected -> new ModelResolution.RejectedVersion(rejected.model());
      case LoadResult.Refused refused -> new ModelResolution.RefusedVersion(refused.refusal());
      case LoadResult.Unreachable unreachable -> new ModelResolution.Unreachable(wanted);
    };
  }

  /** Versions of the model in memory, its champion first. */
  public List<ModelVersion> loaded(ModelName name) {
    return pool.snapshot().line(name.line(), name.timeframe()).stream()
        .flatMap(
            line ->
                Stream.of(
                    Optional.ofNullable(line.champion()),
                    Optional.ofNullable(line.challenger()),
                    Optional.ofNullable(line.previous())))
        .flatMap(Optional::stream)
        .map(ServingModel::version)
        .distinct()
        .toList();
  }

  private static Optional<ServingModel> champion(ModelSnapshot snapshot, ModelName name) {
    return snapshot.line(name.line(), name.timeframe()).map(ServingLine::champion);
  }

  private Optional<ModelName> name(String text) {
    return ModelName.parse(text).filter(name -> isServedHere(name.line()));
  }

  private boolean isServedHere(ModelLine line) {
    return !line.isSymbol() || traded.contains(Symbol.of(line.name()));
  }
}
