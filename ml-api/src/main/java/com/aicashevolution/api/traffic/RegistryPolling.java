package com.aicashevolution.api.traffic;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Refreshes the watch for as long as the service runs; starts before requests are accepted. */
final class RegistryPolling implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(RegistryPolling.class);

  private final RegistryWatch watch;
  private final Duration interval;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("registry-watch").daemon().factory());
  private volatile @Nullable Future<?> polling;

  RegistryPolling(RegistryWatch watch, Duration interval) {
    this.watch = watch;
    this.interval = interval;
  }

  @Override
  public void start() {
    polling =
        timer.scheduleWithFixedDelay(this::refresh, 0, interval.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void refresh() {
    try {
      watch.refresh();
    } catch (RuntimeException bug) {
      // one bad read must not end the polling
      log.error("reading the registry failed unexpectedly", bug);
    }
  }

  @Override
  public void stop() {
    polling = null;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return polling != null;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
