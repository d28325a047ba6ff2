package com.aicashevolution.trainer.publishing;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelManifest.FileDigest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactFormatException;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.ManifestCodec;
import com.aicashevolution.platform.artifact.SafetensorsCodec;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.trainer.training.Start;
import com.aicashevolution.trainer.training.WarmStart;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * Reads published versions back, the very bytes that serve: the manifest must be the registered
 * one, the weights the manifest's, the schema ours. Thread-safe.
 */
public final class PublishedModels {

  private static final long MAX_MANIFEST_BYTES = 8L << 20;
  private static final long MAX_WEIGHTS_BYTES = 64L << 20;

  private final ModelRegistry registry;
  private final ArtifactStore artifacts;

  public PublishedModels(ModelRegistry registry, ArtifactStore artifacts) {
    this.registry = registry;
    this.artifacts = artifacts;
  }

  /** What came of looking for a version. */
  public sealed interface Reading {

    /** Everything is what it says. */
    record Read(PublishedModel model) implements Reading {}

    /** The registry has no such version. */
    record Unknown(ModelVersion version) implements Reading {}

    /**
     * Its files are not what was published.
     *
     * @param why a sentence with names and numbers
     */
    record Damaged(ModelVersion version, String why) implements Reading {}
  }

  /**
   * Reads {@code version}.
   *
   * @throws IOException if the artifact store cannot be reached
   */
  public Reading read(ModelVersion version) throws IOException {
    Optional<ModelRecord> registered = registry.find(version);
    if (registered.isEmpty()) {
      return new Reading.Unknown(version);
    }
    try {
      byte[] manifestBytes = artifacts.read(version, ModelManifest.MANIFEST, MAX_MANIFEST_BYTES);
      requireHash(ModelManifest.MANIFEST, manifestBytes, registered.get().manifestSha256());
      ModelManifest manifest = ManifestCodec.read(manifestBytes);
      if (!manifest.schema().equals(FeatureSchema.CURRENT)) {
        return new Reading.Damaged(
            version,
            "it reads feature schema %d, this build computes %d"
                .formatted(manifest.schema().version(), FeatureSchema.CURRENT.version()));
      }
      FileDigest digest = manifest.files().get(ModelManifest.WEIGHTS);
      if (digest == null) {
        return new Reading.Damaged(version, "its manifest lists no " + ModelManifest.WEIGHTS);
      }
      byte[] weights = artifacts.read(version, ModelManifest.WEIGHTS, MAX_WEIGHTS_BYTES);
      requireHash(ModelManifest.WEIGHTS, weights, digest.sha256());
      return new Reading.Read(new PublishedModel(manifest, SafetensorsCodec.read(weights)));
    } catch (NoSuchFileException missing) {
      return new Reading.Damaged(version, "a file is missing: " + missing.getMessage());
    } catch (ArtifactFormatException malformed) {
      return new Reading.Damaged(version, String.valueOf(malformed.getMessage()));
    }
  }

  /** What came of reading a parent. */
  public sealed interface ParentReading {

    /** The very network that was planned with. */
    record Read(Start.Parent parent) implements ParentReading {}

    /** It is not that; {@code why} is a sentence. */
    record Unusable(String why) implements ParentReading {}
  }

  /**
   * Reads the network that {@code warmStart} names.
   *
   * @throws IOException if the artifact store cannot be reached
   */
  public ParentReading parent(WarmStart warmStart) throws IOException {
    ModelVersion version = warmStart.version();
    return switch (read(version)) {
      case Reading.Unknown _ -> new ParentReading.Unusable("the registry has no such version");
      case Reading.Damaged(_, String why) -> new ParentReading.Unusable(why);
      case Reading.Read(PublishedModel model) -> {
        try {
          byte[] zip = artifacts.read(version, ModelManifest.MODEL_ZIP, MAX_WEIGHTS_BYTES);
          requireHash(ModelManifest.MODEL_ZIP, zip, warmStart.modelZipSha256());
          yield new ParentReading.Read(new Start.Parent(zip, model.manifest().standardizer()));
        } catch (NoSuchFileException missing) {
          yield new ParentReading.Unusable("a file is missing: " + missing.getMessage());
        } catch (ArtifactFormatException other) {
          yield new ParentReading.Unusable(String.valueOf(other.getMessage()));
        }
      }
    };
  }

  private static void requireHash(String file, byte[] bytes, String expected)
      throws ArtifactFormatException {
    String actual = Sha256.hex(bytes);
    if (!actual.equals(expected)) {
      throw new ArtifactFormatException(
          file + " has SHA-256 " + actual + ", " + expected + " was published");
    }
  }
}
