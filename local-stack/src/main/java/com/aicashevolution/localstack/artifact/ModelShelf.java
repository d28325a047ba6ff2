package com.aicashevolution.localstack.artifact;

import com.aicashevolution.localstack.LocalS3;
import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.DatabaseAddress;
import com.aicashevolution.localstack.assembly.StackEngines;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;

/**
 * The versions of one stack: files in its bucket, a row each in its registry. What is put here is
 * put over the wire, as anybody with the bucket's keys could.
 */
public final class ModelShelf {
  /** A published copy is a candidate whatever its gate said: the gate is not what is examined. */
  private static final String REGISTER =
      """
      insert into ml_models (version, line, timeframe, status, training_id, created_at,
             manifest_sha256, simulated, report, gate, status_changed_at)
      select ?, ?, timeframe, 'CANDIDATE', training_id, created_at, ?, simulated, report, gate,
             status_changed_at
        from ml_models where version = ?
      """;

  private final LocalS3 s3;
  private final DatabaseAddress database;

  public ModelShelf(LocalS3 s3, DatabaseAddress database) {
    this.s3 = s3;
    this.database = database;
  }

  /** Publishes and registers a version that answers otherwise than {@code original}. */
  public void publishVariation(String original, String version, int number) {
    PublishedVersion varied = Variation.of(read(original), version, number);
    write(varied);
    putManifest(varied);
    register(varied, original);
  }

  /** Publishes and registers the same version under another name, for another line. */
  public void publishForLine(String original, String version, String line) {
    PublishedVersion copy =
        read(original).named(version).withManifest(manifest -> manifest.put("line", line));
    write(copy);
    putManifest(copy);
    register(copy, original);
  }

  /** Publishes and registers a damaged version. */
  public void publishDamaged(String original, String version, Damage damage) {
    PublishedVersion damaged = damage.inflictOn(read(original).named(version));
    write(damaged);
    if (damage != Damage.MISSING_MANIFEST) {
      putManifest(damaged);
    }
    register(damaged, original);
  }

  /** What {@code version} must answer. */
  public Recomputation recomputationOf(String version) {
    return new Recomputation(read(version));
  }

  private PublishedVersion read(String version) {
    byte[] manifest = s3.get(StackEngines.BUCKET, key(version, PublishedVersion.MANIFEST));
    PublishedVersion bare = new PublishedVersion(version, manifest, Map.of());
    Map<String, byte[]> files = new TreeMap<>();
    for (Iterator<String> names = bare.manifestJson().path("files").fieldNames();
        names.hasNext(); ) {
      String name = names.next();
      files.put(name, s3.get(StackEngines.BUCKET, key(version, name)));
    }
    return new PublishedVersion(version, manifest, files);
  }

  private void write(PublishedVersion published) {
    published
        .files()
        .forEach(
            (name, bytes) -> s3.put(StackEngines.BUCKET, key(published.version(), name), bytes));
  }

  private void putManifest(PublishedVersion published) {
    s3.put(
        StackEngines.BUCKET,
        key(published.version(), PublishedVersion.MANIFEST),
        published.manifest());
  }

  private static String key(String version, String file) {
    return "models/" + version + "/" + file;
  }

  private void register(PublishedVersion published, String original) {
    try (Connection connection = database.connect();
        PreparedStatement insert = connection.prepareStatement(REGISTER)) {
      insert.setString(1, published.version());
      insert.setString(2, published.manifestJson().path("line").asText());
      insert.setString(3, Sha256.of(published.manifest()));
      insert.setString(4, original);
      if (insert.executeUpdate() != 1) {
        throw new StackFailure("There is no registered version " + original + " to copy.");
      }
    } catch (SQLException e) {
      throw new StackFailure(
          "%s could not be registered: %s".formatted(published.version(), e.getMessage()), e);
    }
  }
}
