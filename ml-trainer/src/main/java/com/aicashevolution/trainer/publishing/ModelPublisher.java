package com.aicashevolution.trainer.publishing;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.model.GoldenVector;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelManifest.FileDigest;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactFormatException;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.ArtifactStore.ArtifactExistsException;
import com.aicashevolution.platform.artifact.BackgroundCodec;
import com.aicashevolution.platform.artifact.DriftReferencesCodec;
import com.aicashevolution.platform.artifact.ManifestCodec;
import com.aicashevolution.platform.artifact.SafetensorsCodec;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.trainer.training.Fitter;
import com.aicashevolution.trainer.training.WarmStart;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Publishes judged networks. Thread-safe across replicas: a version that is taken is not taken. */
public final class ModelPublisher {

  private static final int GOLDEN_VECTORS = 8;

  /** Versions are named by the second; so many in a row cannot all be somebody else's. */
  private static final int MAX_ATTEMPTS = 60;

  private final ArtifactStore artifacts;
  private final ModelRegistry registry;
  private final Fitter library;
  private final Clock clock;
  private final Map<String, String> provenance;

  /**
   * Creates a publisher.
   *
   * @param library answers for the networks it wrote
   * @param provenance versions of this build and its Java, for the manifest
   */
  public ModelPublisher(
      ArtifactStore artifacts,
      ModelRegistry registry,
      Fitter library,
      Clock clock,
      Map<String, String> provenance) {
    this.artifacts = artifacts;
    this.registry = registry;
    this.library = library;
    this.clock = clock;
    this.provenance = Map.copyOf(provenance);
  }

  /**
   * Publishes and registers {@code draft}, whatever its verdict: a refused version is kept as
   * REJECTED.
   *
   * @throws UnfaithfulExportException if serving would answer something else than the library
   * @throws IOException if the artifact store cannot be written; there is no version then
   */
  public ModelRecord publish(Draft draft, String actor) throws IOException {
    byte[] weights = SafetensorsCodec.write(draft.network().parameters());
    float[] reference =
        library.referenceProbabilities(draft.network().modelZip(), draft.checkWindows());
    ServingAgreement agreement =
        ServingAgreement.measure(asServed(weights), draft.checkWindows(), reference);
    if (!agreement.holds()) {
      throw new UnfaithfulExportException(agreement);
    }
    List<GoldenVector> golden =
        ServingAgreement.golden(GOLDEN_VECTORS, draft.checkWindows(), reference);
    Map<String, byte[]> files =
        Map.of(
            ModelManifest.MODEL_ZIP,
            draft.network().modelZip(),
            ModelManifest.WEIGHTS,
            weights,
            ModelManifest.BACKGROUND,
            BackgroundCodec.write(draft.attributed().background()),
            ModelManifest.DRIFT,
            DriftReferencesCodec.write(draft.drift()));
    ModelManifest manifest = store(draft, golden, files);
    return registry.register(record(draft, manifest), actor);
  }

  /** SHA-256 of the weights file of {@code parameters}, lower-case hex. */
  public static String weightsSha256(LstmParameters parameters) {
    return Sha256.hex(SafetensorsCodec.write(parameters));
  }

  /** Reads the very bytes that serving will read. */
  private static LstmParameters asServed(byte[] weights) {
    try {
      return SafetensorsCodec.read(weights);
    } catch (ArtifactFormatException e) {
      throw new IllegalStateException("the weights that were just written cannot be read", e);
    }
  }

  private ModelManifest store(Draft draft, List<GoldenVector> golden, Map<String, byte[]> files)
      throws IOException {
    Instant instant = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    for (int attempt = 0; ; attempt++, instant = instant.plusSeconds(1)) {
      ModelVersion version = ModelVersion.at(instant, draft.origin().line());
      if (registry.find(version).isPresent()) {
        continue;
      }
      ModelManifest manifest = manifest(draft, version, instant, golden, files);
      try {
        artifacts.publish(version, files, ManifestCodec.write(manifest));
        return manifest;
      } catch (ArtifactExistsException e) {
        if (attempt >= MAX_ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private ModelManifest manifest(
      Draft draft,
      ModelVersion version,
      Instant createdAt,
      List<GoldenVector> golden,
      Map<String, byte[]> files) {
    Draft.Origin origin = draft.origin();
    Map<String, String> facts = new TreeMap<>(provenance);
    facts.putAll(library.provenance());
    WarmStart warmStart = origin.warmStart();
    if (warmStart != null) {
      facts.put("warm_start_version", warmStart.version().toString());
      facts.put("warm_start_model_zip_sha256", warmStart.modelZipSha256());
      facts.put("warm_start_seen_until", warmStart.seenUntil().toString());
    }
    Map<String, FileDigest> digests = new TreeMap<>();
    files.forEach(
        (name, bytes) -> digests.put(name, new FileDigest(Sha256.hex(bytes), bytes.length)));
    return new ModelManifest(
        ModelManifest.CURRENT,
        version,
        origin.line(),
        origin.trainingId(),
        createdAt,
        FeatureSchema.CURRENT,
        origin.timeframe(),
        origin.symbols(),
        origin.simulated(),
        origin.label(),
        draft.standardizer(),
        draft.calibration(),
        draft.architecture(),
        origin.data(),
        draft.network().seed(),
        draft.judged().report(),
        draft.judged().walkForward(),
        draft.judged().verdict(),
        draft.attributed().importance(),
        golden,
        digests,
        facts);
  }

  private static ModelRecord record(Draft draft, ModelManifest manifest) {
    return new ModelRecord(
        manifest.version(),
        manifest.line(),
        manifest.timeframe(),
        ModelStatus.TRAINED,
        manifest.trainingId(),
        manifest.createdAt(),
        Sha256.hex(ManifestCodec.write(manifest)),
        manifest.simulated(),
        draft.judged().report(),
        draft.judged().verdict(),
        manifest.attribution());
  }
}
