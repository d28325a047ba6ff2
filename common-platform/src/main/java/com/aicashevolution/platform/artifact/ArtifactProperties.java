package com.aicashevolution.platform.artifact;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where models are kept.
 *
 * @param useS3Storage S3, or else a folder
 * @param bucket needed with S3
 * @param endpoint of a server that is not Amazon's; its buckets are addressed by path
 * @param accessKeyId null where the machine's own role gives access
 * @param path folder; trainer and inference must see the same
 * @param timeout longest a call to S3 takes, its retries included
 */
@Validated
@ConfigurationProperties(prefix = "ml.artifact", ignoreUnknownFields = false)
public record ArtifactProperties(
    @DefaultValue("false") boolean useS3Storage,
    @Nullable String bucket,
    @Nullable URI endpoint,
    @DefaultValue("us-east-1") @NotNull String region,
    @Nullable String accessKeyId,
    @Nullable String secretAccessKey,
    @Nullable String sessionToken,
    @DefaultValue(".ml/data/models") @NotNull Path path,
    @DefaultValue("30s") @DurationMin(seconds = 1) Duration timeout) {

  @AssertTrue(message = "must name the bucket (S3_BUCKET) where USE_S3_STORAGE is true")
  boolean isBucketNamed() {
    return !useS3Storage || (bucket != null && !bucket.isBlank());
  }

  @AssertTrue(message = "must be set together: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY") boolean isKeyWhole() {
    return (accessKeyId == null) == (secretAccessKey == null);
  }

  @Override
  public String toString() {
    return useS3Storage ? "s3://" + bucket : path.toString();
  }
}
