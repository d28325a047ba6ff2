package com.aicashevolution.trainer.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SyntheticSamples;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ParallelFitsTest {

  private static final Fold FOLD =
      ((SplitResult.Cut)
              WalkForward.withLeastEmbargo(1, 0.2, 0.4, 6)
                  .split(SyntheticSamples.dataset(1, 400, 1), 1000))
          .plan()
          .folds()
          .getFirst();

  private static final FitObserver NOBODY =
      new FitObserver() {
        @Override
        public boolean cancelled() {
          return false;
        }

        @Override
        public void progressed(FitProgress progress) {}
      };

  @Test
  void givesOutcomesInTheOrderOfTheTasks() throws InterruptedException {
    CountDownLatch secondRuns = new CountDownLatch(1);
    ParallelFits fits =
        new ParallelFits(
            new Fake() {
              @Override
              public FitOutcome fit(FitTask task, FitObserver observer) {
                if (task.seed() == 1) {
                  await(secondRuns);
                } else {
                  secondRuns.countDown();
                }
                return new FitOutcome.Diverged((int) task.seed());
              }
            },
            2);
    assertThat(fits.run(tasks(1, 2), NOBODY))
        .containsExactly(new FitOutcome.Diverged(1), new FitOutcome.Diverged(2));
  }

  @Test
  void runsNoMoreAtOnceThanAllowed() throws InterruptedException {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ParallelFits fits =
        new ParallelFits(
            new Fake() {
              @Override
              public FitOutcome fit(FitTask task, FitObserver observer) {
                most.accumulateAndGet(running.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                running.decrementAndGet();
                return new FitOutcome.Cancelled();
              }
            },
            2);
    assertThat(fits.run(tasks(LongStream.range(0, 50).toArray()), NOBODY)).hasSize(50);
    assertThat(most.get()).isBetween(1, 2);
  }

  @Test
  void cancelsTheOthersWhenOneFailsAndThrowsItsFailure() {
    CountDownLatch otherRuns = new CountDownLatch(1);
    ParallelFits fits =
        new ParallelFits(
            new Fake() {
              @Override
              public FitOutcome fit(FitTask task, FitObserver observer) {
                if (task.seed() == 2) {
                  await(otherRuns);
                  throw new IllegalArgumentException("broken");
                }
                otherRuns.countDown();
                while (!observer.cancelled()) {
                  Thread.onSpinWait();
                }
                return new FitOutcome.Cancelled();
              }
            },
            2);
    assertThatThrownBy(() -> fits.run(tasks(1, 2), NOBODY))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broken");
  }

  @Test
  void stopsEveryFitWhenInterrupted() {
    CountDownLatch runs = new CountDownLatch(1);
    AtomicInteger cancelled = new AtomicInteger();
    Thread caller = Thread.currentThread();
    ParallelFits fits =
        new ParallelFits(
            new Fake() {
              @Override
              public FitOutcome fit(FitTask task, FitObserver observer) {
                runs.countDown();
                caller.interrupt();
                while (!observer.cancelled()) {
                  Thread.onSpinWait();
                }
                cancelled.incrementAndGet();
                return new FitOutcome.Cancelled();
              }
            },
            1);
    assertThatThrownBy(() -> fits.run(tasks(1), NOBODY)).isInstanceOf(InterruptedException.class);
    assertThat(cancelled.get()).isOne();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<FitTask> tasks(long... seeds) {
    Hyperparameters hyperparameters =
        new Hyperparameters(
            new Architecture(List.of(4), 4, 0, false),
            new Optimisation(0.01, 0, 8, 1, 1, 0, SampleWeighting.EQUAL));
    Standardizer standardizer = Standardizer.fit(FOLD.standardizing());
    return LongStream.of(seeds)
        .mapToObj(seed -> FitTask.onValidation(FOLD, standardizer, hyperparameters, seed))
        .toList();
  }

  private abstract static class Fake implements Fitter {

    @Override
    public float[] referenceProbabilities(byte[] modelZip, float[] windows) {
      throw new UnsupportedOperationException("not asked here");
    }

    @Override
    public Map<String, String> provenance() {
      return Map.of();
    }
  }
}
