package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.trainer.training.FitObserver;
import com.aicashevolution.trainer.training.FitObserver.FitProgress;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Turns what several fits tell into one progress and one sentence. Thread-safe. */
final class FitMessages implements FitObserver {

  private final RunMonitor monitor;
  private final int fits;
  private final int trainSamples;
  private final Map<Long, FitProgress> bySeed = new TreeMap<>();

  FitMessages(RunMonitor monitor, int fits, int trainSamples) {
    this.monitor = monitor;
    this.fits = fits;
    this.trainSamples = trainSamples;
  }

  @Override
  public boolean cancelled() {
    return monitor.cancelled();
  }

  @Override
  public synchronized void progressed(FitProgress progress) {
    bySeed.put(progress.seed(), progress);
    double done = bySeed.values().stream().mapToDouble(FitProgress::fraction).sum();
    monitor.report(RunStep.FIT, done / fits, sentence(progress, done));
  }

  private String sentence(FitProgress last, double done) {
    double samplesPerSecond =
        bySeed.values().stream().mapToDouble(FitProgress::samplesPerSecond).sum();
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
        "seed %d epoch %d of at most %d%s, %,.0f samples/s%s",
        last.seed(),
        last.epoch(),
        last.maxEpochs(),
        loss,
        samplesPerSecond,
        remaining(last, done, samplesPerSecond));
  }

  private String remaining(FitProgress last, double done, double samplesPerSecond) {
    if (!(samplesPerSecond > 0)) {
      return "";
    }
    double samples = (fits - done) * last.maxEpochs() * trainSamples;
    long seconds = Math.round(samples / samplesPerSecond);
    return seconds < 60
        ? ", at most " + seconds + " s left"
        : ", at most " + seconds / 60 + " min " + seconds % 60 + " s left";
  }
}
