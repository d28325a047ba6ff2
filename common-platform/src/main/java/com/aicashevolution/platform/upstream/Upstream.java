package com.aicashevolution.platform.upstream;

import java.net.URI;
import java.time.Duration;

/**
 * A service to call.
 *
 * @param name as in its logs, for example {@code ml-inference}
 * @param readTimeout longest wait for the head of an answer
 */
public record Upstream(String name, URI baseUrl, Duration connectTimeout, Duration readTimeout) {

  public Upstream {
    if (!connectTimeout.isPositive() || !readTimeout.isPositive()) {
      throw new IllegalArgumentException(
          "timeouts must be positive, were " + connectTimeout + " and " + readTimeout);
    }
  }
}
