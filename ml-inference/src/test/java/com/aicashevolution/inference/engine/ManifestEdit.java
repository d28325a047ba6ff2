package com.aicashevolution.inference.engine;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.model.GoldenVector;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelManifest.FileDigest;
import com.aicashevolution.model.ModelVersion;
import java.util.List;
import java.util.Map;

/** A manifest with single fields changed. */
public record ManifestEdit(ModelManifest manifest) {

  public ManifestEdit schema(FeatureSchema schema) {
    return edit(
        manifest.version(),
        manifest.line(),
        schema,
        manifest.simulated(),
        manifest.golden(),
        manifest.files());
  }

  public ManifestEdit version(String version) {
    return edit(
        new ModelVersion(version),
        manifest.line(),
        manifest.schema(),
        manifest.simulated(),
        manifest.golden(),
        manifest.files());
  }

  public ManifestEdit simulated(boolean simulated) {
    return edit(
        manifest.version(),
        manifest.line(),
        manifest.schema(),
        simulated,
        manifest.golden(),
        manifest.files());
  }

  public ManifestEdit golden(List<GoldenVector> golden) {
    return edit(
        manifest.version(),
        manifest.line(),
        manifest.schema(),
        manifest.simulated(),
        golden,
        manifest.files());
  }

  public ManifestEdit files(Map<String, FileDigest> files) {
    return edit(
        manifest.version(),
        manifest.line(),
        manifest.schema(),
        manifest.simulated(),
        manifest.golden(),
        files);
  }

  private ManifestEdit edit(
      ModelVersion version,
      ModelLine line,
      FeatureSchema schema,
      boolean simulated,
      List<GoldenVector> golden,
      Map<String, FileDigest> files) {
    return new ManifestEdit(
        new ModelManifest(
            manifest.manifestVersion(),
            version,
            line,
            manifest.trainingId(),
            manifest.createdAt(),
            schema,
            manifest.timeframe(),
            manifest.symbols(),
            simulated,
            manifest.label(),
            manifest.standardizer(),
            manifest.calibration(),
            manifest.architecture(),
            manifest.data(),
            manifest.seed(),
            manifest.report(),
            manifest.walkForward(),
            manifest.gate(),
            manifest.attribution(),
            golden,
            files,
            manifest.provenance()));
  }
}
