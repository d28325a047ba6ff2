package com.aicashevolution.inference.engine;

import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Artifacts in memory; can be lost, and files can be damaged. Thread-safe. */
public final class FakeArtifactStore implements ArtifactStore {

  private final Map<ModelVersion, Map<String, byte[]>> versions = new TreeMap<>();
  private boolean lost;
  private int reads;

  public void publish(SampleArtifact artifact) {
    publish(artifact.version(), artifact.files(), artifact.manifestBytes());
  }

  @Override
  public synchronized void publish(
      ModelVersion version, Map<String, byte[]> files, byte[] manifest) {
    Map<String, byte[]> stored = new TreeMap<>(files);
    stored.put(ModelManifest.MANIFEST, manifest);
    versions.put(version, stored);
  }

  @Override
  public synchronized byte[] read(ModelVersion version, String file, long maxBytes)
      throws IOException {
    reads++;
    if (lost) {
      throw new IOException("connection refused");
    }
    byte[] bytes = versions.getOrDefault(version, Map.of()).get(file);
    if (bytes == null) {
      throw new NoSuchFileException(version + "/" + file);
    }
    return bytes.clone();
  }

  public synchronized void replace(ModelVersion version, String file, byte[] content) {
    versions.getOrDefault(version, new TreeMap<>()).put(file, content);
  }

  public synchronized void delete(ModelVersion version, String file) {
    versions.getOrDefault(version, new TreeMap<>()).remove(file);
  }

  public synchronized void lose() {
    lost = true;
  }

  public synchronized void comeBack() {
    lost = false;
  }

  public synchronized int reads() {
    return reads;
  }

  @Override
  public synchronized List<ModelVersion> versions() {
    return new ArrayList<>(versions.keySet());
  }

  @Override
  public synchronized void ping() throws IOException {
    if (lost) {
      throw new IOException("connection refused");
    }
  }
}
