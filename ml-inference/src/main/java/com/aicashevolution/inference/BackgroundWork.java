package com.aicashevolution.inference;

import com.aicashevolution.inference.engine.ModelPool;
import com.aicashevolution.inference.journal.SpoolReplay;
import com.aicashevolution.inference.window.SimulatedMarkets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** What runs without being asked: looking for models, emptying the spool, reading coverage. */
@Component
final class BackgroundWork implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
  private static final Duration MODELS_EVERY = Duration.ofSeconds(1);
  private static final Duration SPOOL_EVERY = Duration.ofSeconds(1);
  private static final Duration COVERAGE_EVERY = Duration.ofMinutes(1);

  private final ModelPool models;
  private final SpoolReplay spool;
  private final SimulatedMarkets markets;
  private volatile boolean running;
  private ScheduledExecutorService scheduler = newScheduler();

  BackgroundWork(ModelPool models, SpoolReplay spool, SimulatedMarkets markets) {
    this.models = models;
    this.spool = spool;
    this.markets = markets;
  }

  /** A thread for each task: none waits for what another waits for. */
  private static ScheduledExecutorService newScheduler() {
    return Executors.newScheduledThreadPool(
        3, Thread.ofPlatform().name("background-", 0).daemon().factory());
  }

  @Override
  public void start() {
    if (scheduler.isShutdown()) {
      scheduler = newScheduler();
    }
    running = true;
    every(
        MODELS_EVERY,
        () -> {
          var _ = models.refresh(); // loads go on by themselves
        });
    every(SPOOL_EVERY, spool::run);
    every(COVERAGE_EVERY, markets::refresh);
  }

  private void every(Duration period, Runnable task) {
    var _ =
        scheduler.scheduleWithFixedDelay(
            () -> {
              try {
                task.run();
              } catch (RuntimeException bug) {
                // the scheduler would silently never run it again
                LOG.error("event=background_task_failed", bug);
              }
            },
            0,
            period.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  @Override
  public void stop() {
    running = false;
    scheduler.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
