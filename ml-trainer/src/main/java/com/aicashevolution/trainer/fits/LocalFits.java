package com.aicashevolution.trainer.fits;

import com.aicashevolution.trainer.training.FitObserver;
import com.aicashevolution.trainer.training.FitOutcome;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.ParallelFits;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;

/** Makes every fit in this process, without a database. Thread-safe. */
public final class LocalFits implements FitPool {

  private final ParallelFits fits;

  public LocalFits(ParallelFits fits) {
    this.fits = fits;
  }

  @Override
  public List<FitResult> run(String trainingId, RunData data, List<FitOrder> orders, FitWatch watch)
      throws InterruptedException {
    IdentityHashMap<FitTask, FitOrder> byTask = new IdentityHashMap<>();
    List<FitTask> tasks = new ArrayList<>();
    for (FitOrder order : orders) {
      FitTask task = data.task(order);
      tasks.add(task);
      byTask.put(task, order);
    }
    List<FitOutcome> outcomes =
        fits.run(tasks, task -> observer(Objects.requireNonNull(byTask.get(task)), watch));
    List<FitResult> results = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      results.add(
          watch.cancelled()
              ? new FitResult.Cancelled()
              : FitResult.of(orders.get(i).kind(), tasks.get(i), outcomes.get(i)));
    }
    return results;
  }

  private static FitObserver observer(FitOrder order, FitWatch watch) {
    return new FitObserver() {
      @Override
      public boolean cancelled() {
        return watch.cancelled();
      }

      @Override
      public void progressed(FitProgress progress) {
        watch.progressed(order, progress);
      }
    };
  }
}
