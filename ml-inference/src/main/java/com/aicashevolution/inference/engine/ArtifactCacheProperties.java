package com.aicashevolution.inference.engine;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Where files of versions are kept that were read before.
 *
 * @param directory on a disk of this machine; what is on it may go at any time
 * @param limit most that is kept
 */
@Validated
@ConfigurationProperties(prefix = "ml.artifact-cache", ignoreUnknownFields = false)
public record ArtifactCacheProperties(
    @DefaultValue(".ml/artifacts") @NotNull Path directory,
    @DefaultValue("64MB") @NotNull DataSize limit) {}
