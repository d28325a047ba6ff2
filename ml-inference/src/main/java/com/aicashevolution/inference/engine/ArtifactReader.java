package com.aicashevolution.inference.engine;

import static com.aicashevolution.inference.engine.RefusedException.require;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.inference.engine.Refusal.Reason;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelManifest.FileDigest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactFormatException;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.ManifestCodec;
import com.aicashevolution.platform.registry.ModelRecord;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the files of a version and compares each with what is known of it. Thread-safe. */
final class ArtifactReader {

  static final long MAX_MANIFEST_BYTES = 8L << 20;
  static final long MAX_FILE_BYTES = 64L << 20;

  /**
   * A store is far away: its files are asked for together, and no crowd of them at once. By threads
   * that have the priority of whoever wants the files, so not by virtual ones.
   */
  private static final int FILES_AT_ONCE = 4;

  private static final Pattern FILE_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  private final ArtifactStore store;
  private final ArtifactCache cache;

  ArtifactReader(ArtifactStore store, ArtifactCache cache) {
    this.store = store;
    this.cache = cache;
  }

  /** The manifest, if it is the registered one, of the registered model, and of our schema. */
  ModelManifest manifest(ModelRecord registered) throws RefusedException, IOException {
    ModelVersion version = registered.version();
    byte[] bytes = manifestBytes(version, registered.manifestSha256());
    ModelManifest manifest;
    try {
      manifest = ManifestCodec.read(bytes);
    } catch (ArtifactFormatException malformed) {
      throw new RefusedException(
          version, Reason.MANIFEST_FORMAT, String.valueOf(malformed.getMessage()));
    }
    verifyIdentity(registered, manifest);
    return manifest;
  }

  private byte[] manifestBytes(ModelVersion version, String registered)
      throws RefusedException, IOException {
    byte[] known = known(version, registered);
    if (known != null) {
      return known;
    }
    byte[] bytes =
        read(version, ModelManifest.MANIFEST, MAX_MANIFEST_BYTES, Reason.MANIFEST_MISSING);
    String actual = sha256(bytes);
    require(
        actual.equals(registered),
        version,
        Reason.MANIFEST_HASH,
        "manifest has SHA-256 " + actual + ", registered is " + registered);
    cache.keep(version, actual, bytes);
    return bytes;
  }

  /** What the cache has, if it is that. */
  private byte @Nullable [] known(ModelVersion version, String sha256) {
    byte[] kept = cache.find(version, sha256).orElse(null);
    return kept != null && sha256(kept).equals(sha256) ? kept : null;
  }

  private static void verifyIdentity(ModelRecord registered, ModelManifest manifest)
      throws RefusedException {
    ModelVersion version = registered.version();
    require(
        manifest.version().equals(version)
            && manifest.line().equals(registered.line())
            && manifest.timeframe() == registered.timeframe()
            && manifest.simulated() == registered.simulated(),
        version,
        Reason.IDENTITY,
        "manifest is of %s, line %s, %s, simulated %s; registered is line %s, %s, simulated %s"
            .formatted(
                manifest.version(),
                manifest.line(),
                manifest.timeframe(),
                manifest.simulated(),
                registered.line(),
                registered.timeframe(),
                registered.simulated()));
    require(
        manifest.schema().equals(FeatureSchema.CURRENT),
        version,
        Reason.SCHEMA,
        "model reads feature schema %d %s, this build computes %d %s"
            .formatted(
                manifest.schema().version(),
                manifest.schema().hash(),
                FeatureSchema.CURRENT.version(),
                FeatureSchema.CURRENT.hash()));
  }

  /** All files the manifest lists, each of the size and content it says. */
  Map<String, byte[]> files(ModelManifest manifest) throws RefusedException, IOException {
    ModelVersion version = manifest.version();
    for (String name : new TreeSet<>(manifest.files().keySet())) {
      require(
          FILE_NAME.matcher(name).matches() && !name.equals(ModelManifest.MANIFEST),
          version,
          Reason.FILE_NAME,
          "manifest lists a file with the name '" + name + "'");
    }
    Map<String, byte[]> files = new TreeMap<>();
    Map<String, FileDigest> missing = new TreeMap<>();
    manifest
        .files()
        .forEach(
            (name, digest) -> {
              byte[] known = known(version, digest.sha256());
              if (known != null && known.length == digest.bytes()) {
                files.put(name, known);
              } else {
                missing.put(name, digest);
              }
            });
    if (!missing.isEmpty()) {
      files.putAll(read(version, missing));
    }
    return files;
  }

  private Map<String, byte[]> read(ModelVersion version, Map<String, FileDigest> wanted)
      throws RefusedException, IOException {
    ExecutorService readers =
        Executors.newFixedThreadPool(
            FILES_AT_ONCE, Thread.ofPlatform().daemon().name("artifact-read-", 0).factory());
    try {
      Map<String, Future<byte[]>> reading = new TreeMap<>();
      wanted.forEach(
          (name, digest) -> reading.put(name, readers.submit(() -> file(version, name, digest))));
      Map<String, byte[]> files = new TreeMap<>();
      for (var one : reading.entrySet()) {
        files.put(one.getKey(), outcome(one.getValue()));
      }
      return files;
    } finally {
      readers.shutdownNow();
    }
  }

  private static byte[] outcome(Future<byte[]> reading) throws RefusedException, IOException {
    try {
      return reading.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("interrupted while reading").initCause(e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RefusedException refused -> throw refused;
        case IOException unreachable -> throw unreachable;
        case null, default -> throw new IllegalStateException("a file could not be read", e);
      }
    }
  }

  private byte[] file(ModelVersion version, String name, FileDigest expected)
      throws RefusedException, IOException {
    require(
        expected.bytes() >= 0 && expected.bytes() <= MAX_FILE_BYTES,
        version,
        Reason.FILE_SIZE,
        "manifest says %s has %d bytes, at most %d are read"
            .formatted(name, expected.bytes(), MAX_FILE_BYTES));
    byte[] bytes = read(version, name, MAX_FILE_BYTES, Reason.FILE_MISSING);
    require(
        bytes.length == expected.bytes(),
        version,
        Reason.FILE_SIZE,
        "%s has %d bytes, manifest says %d".formatted(name, bytes.length, expected.bytes()));
    String actual = sha256(bytes);
    require(
        actual.equals(expected.sha256()),
        version,
        Reason.FILE_HASH,
        "%s has SHA-256 %s, manifest says %s".formatted(name, actual, expected.sha256()));
    cache.keep(version, actual, bytes);
    return bytes;
  }

  private byte[] read(ModelVersion version, String file, long maxBytes, Reason ifMissing)
      throws RefusedException, IOException {
    try {
      return store.read(version, file, maxBytes);
    } catch (NoSuchFileException missing) {
      throw new RefusedException(version, ifMissing, file + " does not exist");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
