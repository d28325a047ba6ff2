package com.aicashevolution.localstack.artifact;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The files of one version. Immutable; what is changed of it is a copy.
 *
 * @param manifest {@code metadata.json} as it is written, bit for bit
 * @param files every other file by name
 */
record PublishedVersion(String version, byte[] manifest, Map<String, byte[]> files) {
  static final String MANIFEST = "metadata.json";
  static final String WEIGHTS = "weights.safetensors";

  private static final ObjectMapper JSON = new ObjectMapper();

  PublishedVersion {
    files = Map.copyOf(files);
  }

  ObjectNode manifestJson() {
    try {
      return (ObjectNode) JSON.readTree(manifest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  WeightsFile weights() {
    return WeightsFile.parse(file(WEIGHTS));
  }

  byte[] file(String name) {
    byte[] bytes = files.get(name);
    if (bytes == null) {
      throw new IllegalArgumentException("%s has no file %s".formatted(version, name));
    }
    return bytes;
  }

  /** A copy with a changed manifest. */
  PublishedVersion withManifest(Consumer<ObjectNode> change) {
    ObjectNode changed = manifestJson();
    change.accept(changed);
    try {
      return new PublishedVersion(
          version, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(changed), files);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same under another name. */
  PublishedVersion named(String other) {
    return new PublishedVersion(other, manifest, files)
        .withManifest(manifest -> manifest.put("version", other));
  }

  /** A copy with another file, of which the manifest still says what it said of the old one. */
  PublishedVersion withUnlisted(String name, byte[] bytes) {
    Map<String, byte[]> changed = new TreeMap<>(files);
    changed.put(name, bytes);
    return new PublishedVersion(version, manifest, changed);
  }

  /** A copy with another file, listed with its own hash and size. */
  PublishedVersion with(String name, byte[] bytes) {
    return withUnlisted(name, bytes)
        .withManifest(
            manifest ->
                manifest
                    .withObjectProperty("files")
                    .putObject(name)
                    .put("sha256", Sha256.of(bytes))
                    .put("bytes", bytes.length));
  }

  PublishedVersion with(WeightsFile weights) {
    return with(WEIGHTS, weights.toBytes());
  }
}
