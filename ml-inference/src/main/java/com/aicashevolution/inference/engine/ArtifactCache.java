package com.aicashevolution.inference.engine;

import com.aicashevolution.model.ModelVersion;
import java.util.Optional;

/**
 * Files of versions, nearer than the artifact store. Under the version they were read from and by
 * what they contain, so that what is found is what was published there; who asks still checks it.
 * Losing any of it, or all, costs another read.
 */
public interface ArtifactCache {

  /** Keeps nothing. */
  ArtifactCache NONE =
      new ArtifactCache() {
        @Override
        public Optional<byte[]> find(ModelVersion version, String sha256) {
          return Optional.empty();
        }

        @Override
        public void keep(ModelVersion version, String sha256, byte[] content) {}
      };

  /** What was kept under these names, as far as it can still be read; not necessarily unharmed. */
  Optional<byte[]> find(ModelVersion version, String sha256);

  /** Keeps {@code content}, whose hash the caller has verified. */
  void keep(ModelVersion version, String sha256, byte[] content);
}
