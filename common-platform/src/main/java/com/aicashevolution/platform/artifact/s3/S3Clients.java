package com.aicashevolution.platform.artifact.s3;

import com.aicashevolution.platform.artifact.ArtifactProperties;
import java.time.Duration;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Sets up the SDK: the smallest HTTP client, and a bound on every wait. */
final class S3Clients {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final int ATTEMPTS = 3;

  private S3Clients() {}

  /** Opens no connection yet. */
  static S3Client open(ArtifactProperties properties) {
    return open(properties, override -> override.retryStrategy(r -> r.maxAttempts(ATTEMPTS)));
  }

  static S3Client open(
      ArtifactProperties properties, Consumer<ClientOverrideConfiguration.Builder> behaviour) {
    S3ClientBuilder builder =
        S3Client.builder()
            .region(Region.of(properties.region()))
            .credentialsProvider(credentials(properties))
            .httpClientBuilder(
                UrlConnectionHttpClient.builder()
                    .connectionTimeout(CONNECT)
                    .socketTimeout(properties.timeout().dividedBy(2)))
            .overrideConfiguration(
                override -> {
                  override
                      .apiCallTimeout(properties.timeout())
                      .apiCallAttemptTimeout(properties.timeout().dividedBy(2));
                  behaviour.accept(override);
                });
    if (properties.endpoint() != null) {
      builder.endpointOverride(properties.endpoint()).forcePathStyle(true);
    }
    return builder.build();
  }

  private static AwsCredentialsProvider credentials(ArtifactProperties properties) {
    String id = properties.accessKeyId();
    String secret = properties.secretAccessKey();
    String token = properties.sessionToken();
    if (id == null || secret == null) {
      return DefaultCredentialsProvider.builder().build();
    }
    return StaticCredentialsProvider.create(
        token == null
            ? AwsBasicCredentials.create(id, secret)
            : AwsSessionCredentials.create(id, secret, token));
  }
}
