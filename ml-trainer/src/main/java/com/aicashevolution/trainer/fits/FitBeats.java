package com.aicashevolution.trainer.fits;

import com.aicashevolution.trainer.training.FitObserver;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes the reports of this process's fits in memory, where they cost a fit nothing, passes the
 * latest of each on with every beat, and brings back whether to go on. Thread-safe.
 */
public final class FitBeats implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FitBeats.class);

  private final FitStore store;
  private final String replica;
  private final Set<Beat> running = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("fit-heartbeat").factory());

  /**
   * Starts beating.
   *
   * @param interval time between two beats
   */
  public FitBeats(FitStore store, String replica, Duration interval) {
    this.store = store;
    this.replica = replica;
    long millis = interval.toMillis();
    var _ =
        heart.scheduleWithFixedDelay(
            () -> running.forEach(Beat::beat), millis, millis, TimeUnit.MILLISECONDS);
  }

  /**
   * Watches a fit from now on.
   *
   * @param draining whether this process wants to stop
   */
  Beat begin(FitRef fit, BooleanSupplier draining) {
    Beat beat = new Beat(fit, draining);
    running.add(beat);
    return beat;
  }

  /** Whether this process is at it. */
  boolean has(FitRef fit) {
    return running.stream().anyMatch(beat -> beat.fit.equals(fit));
  }

  @Override
  public void close() {
    heart.shutdownNow();
  }

  /** One fit that is watched. */
  final class Beat implements FitObserver, AutoCloseable {

    private final FitRef fit;
    private final BooleanSupplier draining;
    private volatile @Nullable FitProgress latest;
    private volatile boolean unwanted;

    private Beat(FitRef fit, BooleanSupplier draining) {
      this.fit = fit;
      this.draining = draining;
    }

    @Override
    public boolean cancelled() {
      return unwanted || draining.getAsBoolean();
    }

    @Override
    public void progressed(FitProgress progress) {
      latest = progress;
    }

    /** A store that is away costs nothing but the report. */
    private void beat() {
      try {
        if (!store.beat(fit, replica, latest)) {
          unwanted = true;
        }
      } catch (RuntimeException e) {
        LOG.warn("event=fit_heartbeat_failed fit={} error={}", fit, e.toString());
      }
    }

    @Override
    public void close() {
      running.remove(this);
    }
  }
}
