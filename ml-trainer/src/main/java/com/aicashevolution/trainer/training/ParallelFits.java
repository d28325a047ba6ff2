package com.aicashevolution.trainer.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Runs fits beside each other, at most one per core. Each is single-threaded and a pure function of
 * its task, so outcomes do not depend on how many run at once. Thread-safe.
 */
public final class ParallelFits {

  private final Fitter fitter;
  private final int parallelism;

  /**
   * Creates a runner.
   *
   * @param parallelism fits at once, &ge; 1
   */
  public ParallelFits(Fitter fitter, int parallelism) {
    if (parallelism < 1) {
      throw new IllegalArgumentException("parallelism must be >= 1, was " + parallelism);
    }
    this.fitter = fitter;
    this.parallelism = parallelism;
  }

  /** Fits every task under one observer; see {@link #run(List, Function)}. */
  public List<FitOutcome> run(List<FitTask> tasks, FitObserver observer)
      throws InterruptedException {
    return run(tasks, _ -> observer);
  }

  /**
   * Fits every task; the outcomes come in the order of the tasks. If one fit fails the others are
   * cancelled and the failure is thrown.
   *
   * @param observers who watches which fit
   * @throws InterruptedException if the waiting thread is interrupted; all fits are cancelled first
   */
  public List<FitOutcome> run(List<FitTask> tasks, Function<FitTask, FitObserver> observers)
      throws InterruptedException {
    AtomicBoolean abandoned = new AtomicBoolean();
    // Platform threads: a fit computes in native code and never yields.
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            Math.clamp(tasks.size(), 1, parallelism),
            Thread.ofPlatform().name("fit-", 0).factory())) {
      List<Future<FitOutcome>> futures = new ArrayList<>();
      for (FitTask task : tasks) {
        FitObserver guarded = new Guarded(observers.apply(task), abandoned);
        futures.add(threads.submit(() -> fit(task, guarded, abandoned)));
      }
      return outcomes(futures, abandoned);
    }
  }

  private FitOutcome fit(FitTask task, FitObserver observer, AtomicBoolean abandoned) {
    boolean finished = false;
    try {
      FitOutcome outcome = fitter.fit(task, observer);
      finished = true;
      return outcome;
    } finally {
      if (!finished) {
        abandoned.set(true);
      }
    }
  }

  private static List<FitOutcome> outcomes(
      List<Future<FitOutcome>> futures, AtomicBoolean abandoned) throws InterruptedException {
    try {
      List<FitOutcome> outcomes = new ArrayList<>();
      for (Future<FitOutcome> future : futures) {
        outcomes.add(future.get());
      }
      return outcomes;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a fit failed: " + e.getCause(), e.getCause());
    } finally {
      // Reached with all fits done, or because one failed or we were interrupted: stop the rest.
      abandoned.set(true);
    }
  }

  /** Cancels every fit once one of them failed. */
  private record Guarded(FitObserver observer, AtomicBoolean abandoned) implements FitObserver {

    @Override
    public boolean cancelled() {
      return abandoned.get() || observer.cancelled();
    }

    @Override
    public void progressed(FitProgress progress) {
      observer.progressed(progress);
    }
  }
}
