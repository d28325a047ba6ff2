package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.trainer.fits.FitOrder;
import com.aicashevolution.trainer.fits.FitWatch;
import com.aicashevolution.trainer.fits.RunData;
import com.aicashevolution.trainer.training.FitObserver.FitProgress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Turns what several fits tell into one progress and one sentence. Thread-safe. */
final class FitMessages implements FitWatch {

  private final RunMonitor monitor;
  private final RunStep step;
  private final RunData data;
  private final double work;
  private final Map<FitOrder, FitProgress> latest = new ConcurrentHashMap<>();

  /**
   * Creates the messages of {@code orders}.
   *
   * @param step of the run they are
   */
  FitMessages(RunMonitor monitor, RunStep step, RunData data, List<FitOrder> orders) {
    this.monitor = monitor;
    this.step = step;
    this.data = data;
    this.work = orders.stream().mapToDouble(this::work).sum();
  }

  @Override
  public boolean cancelled() {
    return monitor.cancelled();
  }

  @Override
  public void progressed(FitOrder order, FitProgress progress) {
    if (!progress.equals(latest.put(order, progress))) {
      tell(order, progress);
    }
  }

  private synchronized void tell(FitOrder order, FitProgress last) {
    double done = 0;
    double samplesPerSecond = 0;
    for (Map.Entry<FitOrder, FitProgress> each : latest.entrySet()) {
      done += work(each.getKey()) * each.getValue().fraction();
      boolean runs = each.getValue().fraction() < 1;
      samplesPerSecond += runs ? each.getValue().samplesPerSecond() : 0;
    }
    monitor.report(step, done / work, sentence(order, last, done, samplesPerSecond));
  }

  /** Windows that are passed through at most. */
  private double work(FitOrder order) {
    return (double) data.fold(order).train().size() * order.maxEpochs();
  }

  private String sentence(FitOrder order, FitProgress last, double done, double samplesPerSecond) {
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
        step == RunStep.REFIT ? "" : "fold " + order.fold() + " ",
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
