package com.aicashevolution.trainer.fits;

import com.aicashevolution.trainer.dataset.CandlesChangedException;
import com.aicashevolution.trainer.fits.FitStore.Claimed;
import com.aicashevolution.trainer.fits.FitStore.OutcomeTooLargeException;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.Fitter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes fits that were claimed from the store, whichever run they are of. Called by as many threads
 * as may fit at once; thread-safe.
 */
public final class FitWorker {

  private static final Logger LOG = LoggerFactory.getLogger(FitWorker.class);

  /** A fit that takes its trainer down with it must not take all of them. */
  private static final int MAX_TAKEOVERS = 3;

  /** Gives the coordinator, whose data is right by definition, the time to take it. */
  private static final Duration AFTER_REFUSAL = Duration.ofSeconds(5);

  private static final Duration AFTER_REVIVAL = Duration.ofSeconds(1);

  private static final int STORE_ATTEMPTS = 300;

  private final FitStore store;
  private final RunDataCache runs;
  private final Fitter fitter;
  private final FitBeats beats;
  private final Reporting reporting;
  private final CountDownLatch draining = new CountDownLatch(1);

  public FitWorker(
      FitStore store, RunDataCache runs, Fitter fitter, FitBeats beats, Reporting reporting) {
    this.store = store;
    this.runs = runs;
    this.fitter = fitter;
    this.beats = beats;
    this.reporting = reporting;
  }

  /**
   * Where a worker reports.
   *
   * @param replica names this process among all trainers
   * @param finished told after each fit this process made
   */
  public record Reporting(String replica, FitMeters meters, Clock clock, FinishedHere finished) {}

  /** What is to become of a claim. */
  public sealed interface Next {

    /** Nothing is left to do. */
    record Over() implements Next {}

    /** Somebody has to try, after a while. */
    record Again(Duration after) implements Next {}
  }

  /** Makes {@code fit}, unless it is over or its run is. The caller holds it across replicas. */
  public Next work(FitRef fit) {
    if (isDraining()) {
      return new Next.Again(Duration.ZERO);
    }
    if (beats.has(fit)) {
      // Taken for dead while the database was away, and alive: let it finish.
      return new Next.Again(AFTER_REVIVAL);
    }
    Optional<Claimed> claimed = store.claim(fit, reporting.replica(), now());
    if (claimed.isEmpty()) {
      return new Next.Over();
    }
    noteClaim(fit, claimed.get());
    if (claimed.get().takeovers() > MAX_TAKEOVERS) {
      return fail(fit, claimed.get().takeovers() + " trainers vanished while they fitted it");
    }
    try (FitBeats.Beat beat = beats.begin(fit, this::isDraining)) {
      return make(fit, claimed.get().order(), beat);
    } catch (CandlesChangedException | ParentUnreadableException e) {
      reporting.meters().refused();
      LOG.warn(
          "event=fit_refused fit={} by={} reason=\"{}\"", fit, reporting.replica(), e.getMessage());
      store.release(fit, reporting.replica(), e.toString());
      return new Next.Again(AFTER_REFUSAL);
    } catch (OutcomeTooLargeException e) {
      return fail(fit, e.toString());
    } catch (InterruptedException e) {
      return new Next.Again(Duration.ZERO);
    } catch (RuntimeException e) {
      LOG.error("event=fit_failed fit={} by={} runbook=stuck-fit", fit, reporting.replica(), e);
      return fail(fit, e.toString());
    } finally {
      reporting.finished().tell();
    }
  }

  /** Stops what runs within a minibatch and gives it back; nothing more is taken. */
  public void drain() {
    draining.countDown();
  }

  private Next make(FitRef fit, FitOrder order, FitBeats.Beat beat) throws InterruptedException {
    Instant began = now();
    RunData data = runs.of(fit.trainingId());
    FitTask task = data.task(order);
    FitResult result = FitResult.of(order.kind(), task, fitter.fit(task, beat));
    if (result instanceof FitResult.Cancelled) {
      if (!isDraining()) {
        return new Next.Over();
      }
      store.release(fit, reporting.replica(), "its trainer was shut down");
      LOG.info("event=fit_released fit={} by={}", fit, reporting.replica());
      return new Next.Again(Duration.ZERO);
    }
    keep(fit, result);
    Duration time = Duration.between(began, now());
    reporting.meters().took(time);
    LOG.info(
        "event=fit_done fit={} kind={} fold={} seed={} by={} seconds={}",
        fit,
        order.kind(),
        order.fold(),
        order.seed(),
        reporting.replica(),
        time.toMillis() / 1e3);
    return new Next.Over();
  }

  /** Minutes of fitting are not thrown away because the database is away for a moment. */
  private void keep(FitRef fit, FitResult result) throws InterruptedException {
    for (int attempt = 1; ; attempt++) {
      try {
        store.finish(fit, result, now());
        return;
      } catch (OutcomeTooLargeException e) {
        throw e;
      } catch (RuntimeException e) {
        if (attempt >= STORE_ATTEMPTS || draining.await(1, TimeUnit.SECONDS)) {
          throw e;
        }
        LOG.warn("event=fit_not_kept fit={} attempt={} error={}", fit, attempt, e.toString());
      }
    }
  }

  private void noteClaim(FitRef fit, Claimed claimed) {
    boolean fromAnother = claimed.takenFrom() != null;
    reporting.meters().claimed(fromAnother);
    if (fromAnother) {
      LOG.warn(
          "event=fit_taken_over fit={} from={} by={} takeovers={}",
          fit,
          claimed.takenFrom(),
          reporting.replica(),
          claimed.takeovers());
    }
  }

  private Next fail(FitRef fit, String why) {
    reporting.meters().failed();
    store.fail(fit, why, now());
    return new Next.Over();
  }

  private boolean isDraining() {
    return draining.getCount() == 0;
  }

  private Instant now() {
    return reporting.clock().instant();
  }
}
