package com.aicashevolution.inference.engine;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import java.util.Optional;

/** Decides once per request which version answers it. Thread-safe. */
public final class ModelResolver {

  private final ModelPool pool;
  private final OnDemandModels onDemand;

  public ModelResolver(ModelPool pool, OnDemandModels onDemand) {
    this.pool = pool;
    this.onDemand = onDemand;
  }

  /** The version for {@code choice}, seen from one snapshot. */
  public Resolution resolve(Symbol symbol, Timeframe timeframe, ModelChoice choice) {
    ModelSnapshot snapshot = pool.snapshot();
    return switch (choice) {
      case ModelChoice.Champion champion -> champion(snapshot, symbol, timeframe);
      case ModelChoice.Pinned(ModelVersion version) ->
          named(snapshot, version, symbol, timeframe, Variant.PINNED);
      case ModelChoice.Assigned(ModelVersion version, Variant variant) ->
          switch (named(snapshot, version, symbol, timeframe, variant)) {
            case Resolution.RefusedVersion refused -> champion(snapshot, symbol, timeframe);
            case Resolution.Unreachable unreachable -> champion(snapshot, symbol, timeframe);
            case Resolution other -> other;
          };
    };
  }

  /** A version in any role or none, from memory or else loaded now. */
  public LoadResult find(ModelVersion version) {
    return find(pool.snapshot(), version);
  }

  private LoadResult find(ModelSnapshot snapshot, ModelVersion version) {
    return snapshot
        .find(version)
        .<LoadResult>map(LoadResult.Loaded::new)
        .orElseGet(() -> onDemand.get(version));
  }

  private static Resolution champion(ModelSnapshot snapshot, Symbol symbol, Timeframe timeframe) {
    for (ModelLine line : ModelLine.candidatesFor(symbol)) {
      Optional<ServingModel> champion = snapshot.line(line, timeframe).map(ServingLine::champion);
      if (champion.isPresent()) {
        return new Resolution.Serving(champion.get(), Variant.CHAMPION);
      }
    }
    return new Resolution.NoChampion(symbol, timeframe);
  }

  private Resolution named(
      ModelSnapshot snapshot,
      ModelVersion version,
      Symbol symbol,
      Timeframe timeframe,
      Variant variant) {
    return switch (find(snapshot, version)) {
      case LoadResult.Loaded(ServingModel model) ->
          model.line().covers(symbol) && model.timeframe() == timeframe
              ? new Resolution.Serving(model, variant)
              : new Resolution.DoesNotFit(model);
      case LoadResult.Unknown unknown -> new Resolution.UnknownVersion(version);
      case LoadResult.Rejected rejected -> new Resolution.RejectedVersion(rejected.model());
      case LoadResult.Refused refused -> new Resolution.RefusedVersion(refused.refusal());
      case LoadResult.Unreachable unreachable -> new Resolution.Unreachable(version);
    };
  }
}
