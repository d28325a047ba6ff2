package com.aicashevolution.trainer.drift;

import com.aicashevolution.drift.DriftReferences;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelManifest.FileDigest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactFormatException;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.DriftReferencesCodec;
import com.aicashevolution.platform.artifact.ManifestCodec;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.trainer.publishing.Sha256;
import java.io.IOException;
import java.nio.file.NoSuchFileException;

/**
 * Fetches what a version is watched against, and believes only the bytes that were registered.
 * Thread-safe.
 */
public final class ReferenceShelf {

  private static final long MAX_BYTES = 64L << 20;

  private final ArtifactStore artifacts;
  private final ModelRegistry registry;

  public ReferenceShelf(ArtifactStore artifacts, ModelRegistry registry) {
    this.artifacts = artifacts;
    this.registry = registry;
  }

  /** What there is of a version. */
  public sealed interface Shelved {

    record Found(ModelManifest manifest, DriftReferences references) implements Shelved {}

    /** A sentence. */
    record Nothing(String why) implements Shelved {}
  }

  /**
   * Fetches.
   *
   * @throws IOException if the artifact store cannot be reached
   */
  public Shelved of(ModelVersion version) throws IOException {
    ModelRecord registered = registry.find(version).orElseThrow();
    try {
      byte[] manifestBytes = artifacts.read(version, ModelManifest.MANIFEST, MAX_BYTES);
      if (!Sha256.hex(manifestBytes).equals(registered.manifestSha256())) {
        return new Shelved.Nothing(version + " has a manifest that is not the registered one");
      }
      ModelManifest manifest = ManifestCodec.read(manifestBytes);
      FileDigest digest = manifest.files().get(ModelManifest.DRIFT);
      if (digest == null) {
        return new Shelved.Nothing(
            version + " has no drift reference: a build before there was one made it");
      }
      byte[] bytes = artifacts.read(version, ModelManifest.DRIFT, MAX_BYTES);
      if (!Sha256.hex(bytes).equals(digest.sha256())) {
        return new Shelved.Nothing(
            version + " has a " + ModelManifest.DRIFT + " that is not the one of its manifest");
      }
      return new Shelved.Found(manifest, DriftReferencesCodec.read(bytes));
    } catch (NoSuchFileException e) {
      return new Shelved.Nothing(version + " lacks a file of its artifact: " + e.getMessage());
    } catch (ArtifactFormatException e) {
      return new Shelved.Nothing(version + " cannot be read: " + e.getMessage());
    }
  }
}
