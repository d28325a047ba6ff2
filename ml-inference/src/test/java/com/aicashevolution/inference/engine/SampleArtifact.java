package com.aicashevolution.inference.engine;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.Interval;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.evaluation.WalkForwardReport;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.model.GateVerdict.GateCheck;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.model.ModelManifest.FileDigest;
import com.aicashevolution.model.ModelManifest.TrainingData;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.BackgroundCodec;
import com.aicashevolution.platform.artifact.ManifestCodec;
import com.aicashevolution.platform.artifact.SafetensorsCodec;
import com.aicashevolution.platform.registry.ModelRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A version as the trainer would publish it, and the registry's record of it.
 *
 * @param files name to content, without the manifest
 */
public record SampleArtifact(
    ModelRecord registered, ModelManifest manifest, Map<String, byte[]> files) {

  public static final Instant CREATED = Instant.parse("2026-11-01T02:00:00Z");
  private static final ClassificationMetrics METRICS =
      ClassificationMetrics.of(new int[] {0, 1, 2}, new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
  public static final EvaluationReport REPORT =
      new EvaluationReport(
          METRICS, Map.of("majority", METRICS), new TradingMetrics(10, 0.6, 1.2, 0.1, 0.2));
  private static final WalkForwardReport WALK_FORWARD =
      new WalkForwardReport(
          List.of(),
          List.of(),
          new WalkForwardReport.HoldoutResult(
              CREATED,
              CREATED,
              REPORT,
              new Interval(0.6, 0.5, 0.7, 0.95),
              new Interval(0, -0.1, 0.1, 0.95)),
          null);
  public static final GateVerdict PASSED =
      GateVerdict.of(List.of(new GateCheck("min_accuracy", 0.6, 0.55, true, "0.6 >= 0.55")));
  public static final GateVerdict REFUSED =
      GateVerdict.of(
          List.of(new GateCheck("min_accuracy", 0.4, 0.55, false, "accuracy 0.40 is below 0.55")));

  /** A sound version of {@code line} whose weights follow from {@code seed}. */
  public static SampleArtifact of(String version, ModelLine line, long seed) {
    LstmParameters parameters = SampleNetwork.parameters(seed);
    Map<String, byte[]> files = new TreeMap<>();
    files.put(ModelManifest.WEIGHTS, SafetensorsCodec.write(parameters));
    files.put(ModelManifest.MODEL_ZIP, ("zip of " + version).getBytes(StandardCharsets.UTF_8));
    ModelManifest manifest =
        new ModelManifest(
            ModelManifest.CURRENT,
            new ModelVersion(version),
            line,
            "training_20261101_020000",
            CREATED,
            FeatureSchema.CURRENT,
            Timeframe.H1,
            List.of(Symbol.of("EURUSD")),
            false,
            new LabelSpec(6, 1.5),
            new Standardizer(
                Collections.nCopies(FeatureSchema.FEATURES, 0.1),
                Collections.nCopies(FeatureSchema.FEATURES, 2.0),
                8),
            new TemperatureScaling(1.25),
            new Architecture(SampleNetwork.LSTM_UNITS, SampleNetwork.DENSE_UNITS, 0.2, false),
            new TrainingData(CREATED, CREATED.plusSeconds(3600), 100, 20, 20, "ab".repeat(32)),
            42,
            REPORT,
            WALK_FORWARD,
            PASSED,
            null,
            SampleNetwork.golden(parameters, seed + 1),
            digests(files),
            Map.of("java", "25"));
    return registered(manifest, files);
  }

  /** This version with another manifest, registered as if it had been published so. */
  public SampleArtifact withManifest(UnaryOperator<ManifestEdit> edit) {
    return registered(edit.apply(new ManifestEdit(manifest)).manifest(), files);
  }

  /** This version with one file replaced, its manifest and registration following suit. */
  public SampleArtifact withFile(String name, byte[] content) {
    Map<String, byte[]> changed = new TreeMap<>(files);
    changed.put(name, content);
    return registered(new ManifestEdit(manifest).files(digests(changed)).manifest(), changed);
  }

  /** This version with eight background windows, so that its answers can be explained. */
  public SampleArtifact explainable() {
    Random random = new Random(manifest.seed());
    float[] background = new float[8 * FeatureWindow.LENGTH];
    for (int i = 0; i < background.length; i++) {
      background[i] = (float) random.nextGaussian();
    }
    return withFile(ModelManifest.BACKGROUND, BackgroundCodec.write(background));
  }

  public SampleArtifact withStatus(ModelStatus status, GateVerdict gate) {
    return new SampleArtifact(
        new ModelRecord(
            registered.version(),
            registered.line(),
            registered.timeframe(),
            status,
            registered.trainingId(),
            registered.createdAt(),
            registered.manifestSha256(),
            registered.simulated(),
            registered.report(),
            gate,
            registered.attribution()),
        manifest,
        files);
  }

  public ModelVersion version() {
    return registered.version();
  }

  public byte[] manifestBytes() {
    return ManifestCodec.write(manifest);
  }

  private static SampleArtifact registered(ModelManifest manifest, Map<String, byte[]> files) {
    ModelRecord registered =
        new ModelRecord(
            manifest.version(),
            manifest.line(),
            manifest.timeframe(),
            ModelStatus.ACTIVE,
            manifest.trainingId(),
            manifest.createdAt(),
            sha256(ManifestCodec.write(manifest)),
            manifest.simulated(),
            manifest.report(),
            manifest.gate(),
            manifest.attribution());
    return new SampleArtifact(registered, manifest, files);
  }

  static Map<String, FileDigest> digests(Map<String, byte[]> files) {
    Map<String, FileDigest> digests = new TreeMap<>();
    files.forEach(
        (name, content) -> digests.put(name, new FileDigest(sha256(content), content.length)));
    return digests;
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
