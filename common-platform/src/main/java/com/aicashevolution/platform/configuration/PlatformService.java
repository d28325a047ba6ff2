package com.aicashevolution.platform.configuration;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The three services, as {@code spring.application.name} names them. */
public enum PlatformService {
  ML_API("ml-api", 8080),
  ML_TRAINER("ml-trainer", 8081),
  ML_INFERENCE("ml-inference", 8082);

  private final String applicationName;
  private final int defaultPort;

  PlatformService(String applicationName, int defaultPort) {
    this.applicationName = applicationName;
    this.defaultPort = defaultPort;
  }

  public String applicationName() {
    return applicationName;
  }

  /** Port it listens on unless told otherwise. */
  public int defaultPort() {
    return defaultPort;
  }

  /** The service called {@code applicationName}; empty for anything else, such as a test. */
  public static Optional<PlatformService> named(@Nullable String applicationName) {
    return Arrays.stream(values())
        .filter(service -> service.applicationName.equals(applicationName))
        .findFirst();
  }
}
