package com.aicashevolution.platform.artifact.s3;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactNames;
import com.aicashevolution.platform.artifact.ArtifactProperties;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.ArtifactStoreContract;
import com.aicashevolution.platform.containers.ProductionImages;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.testcontainers.junit.jupiter.Testcontainers;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@Testcontainers(disabledWithoutDocker = true)
class S3ArtifactStoreContainerIT extends ArtifactStoreContract {

  private final String bucket = "test-" + UUID.randomUUID().toString().toLowerCase(Locale.ROOT);
  private final S3Client client =
      S3Clients.open(
          new ArtifactProperties(
              true,
              bucket,
              ProductionImages.s3Endpoint(),
              "us-east-1",
              ProductionImages.s3User(),
              ProductionImages.s3User() + "-secret",
              null,
              Path.of("unused"),
              Duration.ofSeconds(20)));

  @Override
  protected ArtifactStore emptyStore() {
    client.createBucket(create -> create.bucket(bucket));
    return new S3ArtifactStore(client, bucket);
  }

  @Override
  protected void smuggle(ModelVersion version, String file, byte[] content) {
    client.putObject(
        put -> put.bucket(bucket).key(ArtifactNames.key(version, file)),
        RequestBody.fromBytes(content));
  }
}
