package com.aicashevolution.trainer.proof;

import com.aicashevolution.trainer.proof.Proof.Effort;
import com.aicashevolution.trainer.proof.Proof.ProofProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Repeats a simulation, some beside each other. */
record Repetitions(Effort effort, ProofProgress progress) {

  /**
   * What {@code simulation} gives for 0, 1, … {@code count} − 1, in that order.
   *
   * @param simulation a pure function of its number
   */
  <T> List<T> of(String step, String unit, int count, IntFunction<T> simulation)
      throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    progress.at(step, 0, count, unit);
    ExecutorService threads = Executors.newFixedThreadPool(effort.parallelism());
    try {
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int number = i;
        futures.add(
            threads.submit(
                () -> {
                  T result = simulation.apply(number);
                  synchronized (done) {
                    progress.at(step, done.incrementAndGet(), count, unit);
                  }
                  return result;
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } catch (ExecutionException e) {
      throw new IllegalStateException(step + " failed: " + e.getCause(), e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
