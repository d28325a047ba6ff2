package com.aicashevolution.inference.web;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.inference.engine.ModelPool;
import com.aicashevolution.inference.engine.ModelSnapshot;
import com.aicashevolution.inference.engine.Refusal;
import com.aicashevolution.inference.engine.Refusals;
import com.aicashevolution.inference.engine.ServingLine;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is in memory and who serves.
 *
 * @param modelVersion champion of the global line, or of the first line that has one
 * @param registryReachable whether the lines below are what the registry says now
 */
@Schema(name = "ModelInfo")
record ModelInfoBody(
    @Nullable ModelVersion modelVersion,
    @Nullable Instant modelLoadTime,
    List<String> featureNames,
    String modelType,
    String framework,
    String servedBy,
    int windowBars,
    String schemaHash,
    boolean registryReachable,
    List<Line> lines,
    List<Refused> refused) {

  /** A line: who answers, and who ought to where that is another. */
  record Line(
      ModelLine line,
      Timeframe timeframe,
      @Nullable ModelVersion champion,
      @Nullable ModelVersion aspiredChampion,
      @Nullable ModelVersion challenger,
      @Nullable ModelVersion aspiredChallenger,
      int challengerPercentage,
      @Nullable ModelVersion previous,
      boolean degraded) {}

  /** A version that may not answer. */
  record Refused(ModelVersion modelVersion, Refusal.Reason reason, String detail, Instant at) {}

  static ModelInfoBody of(ModelPool pool, Refusals refusals) {
    ModelSnapshot snapshot = pool.snapshot();
    Optional<ServingModel> principal = snapshot.principal();
    return new ModelInfoBody(
        principal.map(ServingModel::version).orElse(null),
        principal.map(ServingModel::loadedAt).orElse(null),
        IndicatorName.wireNames(),
        "LSTM",
        "DL4J",
        "pure Java forward pass over " + com.aicashevolution.model.ModelManifest.WEIGHTS,
        FeatureSchema.WINDOW_BARS,
        FeatureSchema.CURRENT.hash(),
        pool.registryReachable(),
        snapshot.lines().stream().map(ModelInfoBody::line).toList(),
        refusals.all().stream().map(ModelInfoBody::refused).toList());
  }

  private static Line line(ServingLine line) {
    return new Line(
        line.line(),
        line.timeframe(),
        version(line.champion()),
        line.aspired().champion(),
        version(line.challenger()),
        line.aspired().challenger(),
        line.aspired().challengerPercentage(),
        version(line.previous()),
        line.isDegraded());
  }

  private static @Nullable ModelVersion version(@Nullable ServingModel model) {
    return model == null ? null : model.version();
  }

  private static Refused refused(Refusals.Remembered remembered) {
    Refusal refusal = remembered.refusal();
    return new Refused(refusal.version(), refusal.reason(), refusal.detail(), remembered.at());
  }
}
