package com.aicashevolution.platform.artifact.s3;

import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactNames;
import com.aicashevolution.platform.artifact.ArtifactStore;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * {@link ArtifactStore} in a bucket. Each object is written on the condition that its key is free;
 * the SDK adds a checksum that the store verifies. Thread-safe.
 */
public final class S3ArtifactStore implements ArtifactStore {

  private static final int NOT_FREE = 412;

  /** Another conditional write of the key was under way; it may fail yet. */
  private static final int UNDECIDED = 409;

  private static final int ATTEMPTS_WHILE_UNDECIDED = 5;
  private static final String PUBLICATION = "publication";

  private final S3Client client;
  private final S3Calls calls;
  private final String bucket;
  private final Supplier<String> publications;

  /**
   * @param client sends retries and gives up by its own settings
   */
  public S3ArtifactStore(S3Client client, String bucket) {
    this(client, bucket, () -> UUID.randomUUID().toString());
  }

  /**
   * @param publications a new name for each publication, by which it knows its own objects
   */
  S3ArtifactStore(S3Client client, String bucket, Supplier<String> publications) {
    this.client = client;
    this.bucket = bucket;
    this.publications = publications;
    this.calls = new S3Calls(bucket);
  }

  @Override
  public void publish(ModelVersion version, Map<String, byte[]> files, byte[] manifest)
      throws IOException {
    String publication = publications.get();
    for (Map.Entry<String, byte[]> file : ArtifactNames.ordered(files).entrySet()) {
      write(version, file.getKey(), file.getValue(), publication);
    }
    write(version, ModelManifest.MANIFEST, manifest, publication);
  }

  private void write(ModelVersion version, String file, byte[] content, String publication)
      throws IOException {
    String key = ArtifactNames.key(version, file);
    for (int attempt = 1; ; attempt++) {
      try {
        calls.run(
            () ->
                client.putObject(
                    put ->
                        put.bucket(bucket)
                            .key(key)
                            .ifNoneMatch("*")
                            .metadata(Map.of(PUBLICATION, publication)),
                    RequestBody.fromBytes(content)));
        return;
      } catch (S3Exception e) {
        if (e.statusCode() == UNDECIDED && attempt < ATTEMPTS_WHILE_UNDECIDED) {
          continue;
        }
        if (e.statusCode() != NOT_FREE && e.statusCode() != UNDECIDED) {
          throw calls.failure(e);
        }
        if (!isOurs(key, publication)) {
          throw (IOException) new ArtifactExistsException(version, file).initCause(e);
        }
        return;
      }
    }
  }

  /** Whether the key was taken by an earlier try of this publication whose answer got lost. */
  private boolean isOurs(String key, String publication) throws IOException {
    try {
      return publication.equals(
          calls
              .run(() -> client.headObject(head -> head.bucket(bucket).key(key)))
              .metadata()
              .get(PUBLICATION));
    } catch (S3Exception e) {
      throw calls.failure(e);
    }
  }

  @Override
  public byte[] read(ModelVersion version, String file, long maxBytes) throws IOException {
    String key = ArtifactNames.key(version, file);
    try (ResponseInputStream<GetObjectResponse> object =
        calls.run(() -> client.getObject(get -> get.bucket(bucket).key(key)))) {
      long size = object.response().contentLength();
      if (size > maxBytes) {
        object.abort();
        throw new IOException(
            key + " has " + size + " bytes, more than the " + maxBytes + " allowed");
      }
      return object.readAllBytes();
    } catch (NoSuchKeyException e) {
      throw (IOException) new NoSuchFileException(key).initCause(e);
    } catch (S3Exception e) {
      throw calls.failure(e);
    }
  }

  @Override
  public List<ModelVersion> versions() throws IOException {
    String suffix = "/" + ModelManifest.MANIFEST;
    try {
      return calls.run(
          () ->
              client
                  .listObjectsV2Paginator(
                      list -> list.bucket(bucket).prefix(ArtifactNames.ROOT + "/"))
                  .contents()
                  .stream()
                  .map(S3Object::key)
                  .filter(key -> key.endsWith(suffix))
                  .map(
                      key ->
                          new ModelVersion(
                              key.substring(
                                  ArtifactNames.ROOT.length() + 1, key.length() - suffix.length())))
                  .sorted()
                  .toList());
    } catch (S3Exception e) {
      throw calls.failure(e);
    }
  }

  @Override
  public void ping() throws IOException {
    try {
      calls.run(() -> client.headBucket(head -> head.bucket(bucket)));
    } catch (S3Exception e) {
      throw calls.failure(e);
    }
  }
}
