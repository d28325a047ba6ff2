package com.aicashevolution.platform.artifact.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aicashevolution.localstack.TestBucket;
import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactNames;
import com.aicashevolution.platform.artifact.ArtifactProperties;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.ArtifactStoreContract;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

class S3ArtifactStoreIT extends ArtifactStoreContract {

  private final TestBucket bucket = TestStack.freshBucket();
  private final S3Client client = S3Clients.open(properties(bucket.endpoint(), bucket.secretKey()));

  private ArtifactProperties properties(String endpoint, String secret) {
    return new ArtifactProperties(
        true,
        bucket.bucket(),
        URI.create(endpoint),
        bucket.region(),
        bucket.accessKey(),
        secret,
        null,
        Path.of("unused"),
        Duration.ofSeconds(20));
  }

  @Override
  protected ArtifactStore emptyStore() {
    return new S3ArtifactStore(client, bucket.bucket());
  }

  @Override
  protected void smuggle(ModelVersion version, String file, byte[] content) {
    client.putObject(
        put -> put.bucket(bucket.bucket()).key(ArtifactNames.key(version, file)),
        RequestBody.fromBytes(content));
  }

  /** Lets {@code whole} uploads pass and breaks the connection before the next one. */
  private record BreaksAfter(int whole, AtomicInteger seen) implements ExecutionInterceptor {

    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      if (context.request() instanceof PutObjectRequest && seen.incrementAndGet() == whole + 1) {
        throw SdkClientException.create("connection reset");
      }
    }
  }

  private ArtifactStore storeThat(BreaksAfter breaks) {
    return new S3ArtifactStore(
        S3Clients.open(
            properties(bucket.endpoint(), bucket.secretKey()),
            override ->
                override.addExecutionInterceptor(breaks).retryStrategy(r -> r.maxAttempts(1))),
        bucket.bucket());
  }

  @Test
  void leavesNoManifestWhereTheConnectionBreaksHalfWay() {
    store = storeThat(new BreaksAfter(1, new AtomicInteger()));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> publish("a"))
        .withMessageContaining("S3 does not answer");

    assertThat(client.listObjectsV2(list -> list.bucket(bucket.bucket())).contents())
        .singleElement()
        .satisfies(object -> assertThat(object.key()).endsWith("model.zip"));
  }

  @Test
  void recognisesItsOwnUploadWhoseAnswerWasLost() throws IOException {
    String publication = "4711";
    String key = ArtifactNames.key(VERSION, "model.zip");
    client.putObject(
        put -> put.bucket(bucket.bucket()).key(key).metadata(Map.of("publication", publication)),
        RequestBody.fromString("zip a"));
    S3ArtifactStore ours = new S3ArtifactStore(client, bucket.bucket(), () -> publication);

    ours.publish(VERSION, Map.of("model.zip", bytes("zip a")), bytes("{}"));

    assertThat(ours.versions()).containsExactly(VERSION);
  }

  @Test
  void namesABucketThatDoesNotExist() {
    ArtifactStore missing = new S3ArtifactStore(client, "no-such-bucket");

    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            missing::ping,
            missing::versions,
            () -> missing.publish(VERSION, Map.of("f", bytes("x")), bytes("{}")))) {
      assertThatExceptionOfType(IOException.class)
          .isThrownBy(call)
          .withMessage(
              "bucket 'no-such-bucket' does not exist; create it, or set S3_BUCKET to one that"
                  + " does");
    }
  }

  @Test
  void saysThatAccessIsDeniedWithoutTheSecret() {
    ArtifactStore denied =
        new S3ArtifactStore(
            S3Clients.open(properties(bucket.endpoint(), "hunter2hunter2")), bucket.bucket());

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(denied::versions)
        .withMessageContaining("S3 denies access to bucket '" + bucket.bucket() + "'")
        .withMessageNotContaining("hunter2");
  }

  @Test
  void saysThatNobodyAnswers() {
    ArtifactStore nowhere =
        new S3ArtifactStore(
            S3Clients.open(properties("http://127.0.0.1:1", bucket.secretKey())), bucket.bucket());

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(nowhere::ping)
        .withMessageContaining("S3 does not answer");
  }
}
