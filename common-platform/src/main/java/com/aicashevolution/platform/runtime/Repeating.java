package com.aicashevolution.platform.runtime;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does something again and again for as long as the service runs, on a thread of its own. A run
 * that fails is logged and does not end the repeating. Starts before requests are accepted.
 */
public final class Repeating implements SmartLifecycle {

  private static final Logger log = LoggerFactory.getLogger(Repeating.class);

  private final String name;
  private final Duration pause;
  private final Runnable task;
  private final ScheduledExecutorService timer;
  private volatile @Nullable Future<?> runs;

  /**
   * Repeats {@code task}.
   *
   * @param name of the thread
   * @param pause between the end of a run and the next
   */
  public Repeating(String name, Duration pause, Runnable task) {
    this.name = name;
    this.pause = pause;
    this.task = task;
    this.timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name(name).daemon().factory());
  }

  @Override
  public void start() {
    runs = timer.scheduleWithFixedDelay(this::run, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void run() {
    try {
      task.run();
    } catch (RuntimeException failed) {
      log.error("{} failed and will be tried again in {}", name, pause, failed);
    }
  }

  @Override
  public void stop() {
    runs = null;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return runs != null;
  }

  @Override
  public int getPhase() {
    return 0;
  }
}
