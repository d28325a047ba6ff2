package com.aicashevolution.platform.observability;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;

/**
 * Lets {@code http_server_requests_seconds} of routes that have an objective begin at 0 when the
 * service starts. Spring makes a series at its first request, and a rate cannot see that one: it
 * needs a value to grow from.
 */
public final class RequestSeries implements MeterBinder {

  private final List<String> posted;

  /**
   * Series for answered requests.
   *
   * @param posted paths that are posted to
   */
  public RequestSeries(String... posted) {
    this.posted = List.of(posted);
  }

  /** The tags are those of Spring's own convention, or Prometheus would refuse the later ones. */
  @Override
  public void bindTo(MeterRegistry registry) {
    for (String path : posted) {
      Timer.builder("http.server.requests")
          .tags(
              Tags.of(
                  "error", "none",
                  "exception", "none",
                  "method", "POST",
                  "outcome", "SUCCESS",
                  "status", "200",
                  "uri", path))
          .register(registry);
    }
  }
}
