package com.aicashevolution.platform.artifact;

import com.aicashevolution.model.ModelVersion;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Keeps the files of published versions under {@code models/{version}/}. Thread-safe. */
public interface ArtifactStore {

  /**
   * Publishes a version: {@code files} first, then {@code manifest} under its well-known name. A
   * failure leaves no manifest behind and hence no version.
   *
   * @throws ArtifactExistsException if any file of the version exists already; nothing is replaced
   * @throws IOException if the store cannot be reached or written
   */
  void publish(ModelVersion version, Map<String, byte[]> files, byte[] manifest) throws IOException;

  /**
   * Reads one file of a version.
   *
   * @throws java.nio.file.NoSuchFileException if it does not exist
   * @throws IOException if the store cannot be reached, or the file is larger than {@code maxBytes}
   */
  byte[] read(ModelVersion version, String file, long maxBytes) throws IOException;

  /** Versions that have a manifest, ascending. */
  List<ModelVersion> versions() throws IOException;

  /** Cheap round trip for health checks. */
  void ping() throws IOException;

  /** A file of the version was there already. */
  final class ArtifactExistsException extends IOException {

    private static final long serialVersionUID = 1L;

    public ArtifactExistsException(ModelVersion version, String file) {
      super("version " + version + " already has " + file + "; versions are never overwritten");
    }
  }
}
