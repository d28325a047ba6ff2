package com.aicashevolution.platform.artifact.s3;

import com.aicashevolution.platform.artifact.ArtifactProperties;
import com.aicashevolution.platform.artifact.ArtifactStore;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.services.s3.S3Client;

/** Wires S3 where it is wanted. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "ml.artifact.use-s3-storage", havingValue = "true")
@EnableConfigurationProperties(ArtifactProperties.class)
class S3ArtifactConfiguration {

  @Bean
  S3Client s3Client(ArtifactProperties properties) {
    return S3Clients.open(properties);
  }

  @Bean
  ArtifactStore artifactStore(S3Client client, ArtifactProperties properties) {
    return new S3ArtifactStore(client, Objects.requireNonNull(properties.bucket()));
  }
}
