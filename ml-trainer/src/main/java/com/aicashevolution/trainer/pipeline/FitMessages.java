package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.trainer.training.FitObserver;
import com.aicashevolution.trainer.training.FitTask;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Turns what several fits tell into one progress and one sentence. Thread-safe. */
final class FitMessages {

  private final RunMonitor monitor;
  private final RunStep step;
  private final double work;
  private final Map<FitTask, FitObserver.FitProgress> byTask = new ConcurrentHashMap<>();

  /**
   * Creates the messages of {@code tasks}.
   *
   * @param step of the run they are
   */
  FitMessages(RunMonitor monitor, RunStep step, List<FitTask> tasks) {
    this.monitor = monitor;
    this.step = step;
    this.work = tasks.stream().mapToDouble(FitMessages::work).sum();
  }

  /** Who watches {@code task}. */
  FitObserver of(FitTask task) {
    return new FitObserver() {
      @Override
      public boolean cancelled() {
        return monitor.cancelled();
      }

      @Override
      public void progressed(FitProgress progress) {
        byTask.put(task, progress);
        tell(task, progress);
      }
    };
  }

  private synchronized void tell(FitTask task, FitObserver.FitProgress last) {
    double done = 0;
    double samplesPerSecond = 0;
    for (Map.Entry<FitTask, FitObserver.FitProgress> each : byTask.entrySet()) {
      done += work(each.getKey()) * each.getValue().fraction();
      boolean runs = each.getValue().fraction() < 1;
      samplesPerSecond += runs ? each.getValue().samplesPerSecond() : 0;
    }
    monitor.report(step, done / work, sentence(task, last, done, samplesPerSecond));
  }

  /** Windows that are passed through at most. */
  private static double work(FitTask task) {
    return (double) task.fold().train().size() * task.maxEpochs();
  }

  private String sentence(
      FitTask task, FitObserver.FitProgress last, double done, double samplesPerSecond) {
    String loss =
        Double.isNaN(last.validationLogLoss())
            ? ""
            : String.format(
                Locale.ROOT,
                ", validation log-loss %.4f (best %.4f)",
                last.validationLogLoss(),
                last.bestValidationLogLoss());
    return String.format(
        Locale.ROOT,
        "%sseed %d epoch %d of at most %d%s, %,.0f samples/s%s",
        step == RunStep.FIT ? "fold " + task.fold().number() + " " : "",
        last.seed(),
        last.epoch(),
        last.maxEpochs(),
        loss,
        samplesPerSecond,
        remaining(done, samplesPerSecond));
  }

  private String remaining(double done, double samplesPerSecond) {
    if (!(samplesPerSecond > 0)) {
      return "";
    }
    long seconds = Math.round((work - done) / samplesPerSecond);
    return seconds < 60
        ? ", at most " + seconds + " s left"
        : ", at most " + seconds / 60 + " min " + seconds % 60 + " s left";
  }
}
