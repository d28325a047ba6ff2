package com.aicashevolution.trainer.schedule.dbscheduler;

import com.aicashevolution.platform.persistence.SchemaMigration;
import com.aicashevolution.platform.persistence.SchemaState;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the schedulers once their tables exist, however long PostgreSQL stays away, and stops them
 * before anything they use. Thread-safe.
 */
final class TrainingScheduler implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingScheduler.class);
  private static final long RETRY_SECONDS = 1;

  private final Scheduler scheduler;
  private final FitScheduler fits;
  private final SchemaMigration schema;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean begun;
  private volatile boolean started;

  TrainingScheduler(Scheduler scheduler, FitScheduler fits, SchemaMigration schema) {
    this.scheduler = scheduler;
    this.fits = fits;
    this.schema = schema;
  }

  @Override
  public void start() {
    begun = true;
    Thread.ofPlatform().daemon().name("training-scheduler-start").start(this::startWhenReady);
  }

  private void startWhenReady() {
    try {
      while (!started) {
        if (schema.state() instanceof SchemaState.Ready && tryToStart()) {
          return;
        }
        if (stopped.await(RETRY_SECONDS, TimeUnit.SECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized boolean tryToStart() {
    if (stopped.getCount() == 0) {
      return true;
    }
    try {
      fits.start();
      scheduler.start();
      started = true;
      LOG.info("event=training_scheduler_started");
      return true;
    } catch (RuntimeException e) {
      LOG.warn("event=training_scheduler_start_failed error={}", e.toString());
      return false;
    }
  }

  @Override
  public synchronized void stop() {
    stopped.countDown();
    if (started) {
      fits.stop();
      scheduler.stop();
    }
    begun = false;
  }

  @Override
  public boolean isRunning() {
    return begun;
  }
}
