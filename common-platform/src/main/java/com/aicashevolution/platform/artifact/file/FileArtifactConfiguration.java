package com.aicashevolution.platform.artifact.file;

import com.aicashevolution.platform.artifact.ArtifactProperties;
import com.aicashevolution.platform.artifact.ArtifactStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the folder where S3 is not wanted. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(
    name = "ml.artifact.use-s3-storage",
    havingValue = "false",
    matchIfMissing = true)
@EnableConfigurationProperties(ArtifactProperties.class)
class FileArtifactConfiguration {

  @Bean
  ArtifactStore artifactStore(ArtifactProperties properties) {
    return new FileArtifactStore(properties.path().toAbsolutePath());
  }
}
