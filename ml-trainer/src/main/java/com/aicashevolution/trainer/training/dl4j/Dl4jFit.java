package com.aicashevolution.trainer.training.dl4j;

import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.training.ClassWeights;
import com.aicashevolution.trainer.training.EarlyStopping;
import com.aicashevolution.trainer.training.FitObserver;
import com.aicashevolution.trainer.training.FitOutcome;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import com.aicashevolution.trainer.training.Start;
import com.aicashevolution.trainer.training.Stopping;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** One fit in progress. Confined to the thread that runs it. */
final class Dl4jFit {

  /** Windows scored at once: validation needs no gradients, so larger is only faster. */
  private static final int SCORING_BATCH = 1024;

  /** Minibatches between two reports of progress. */
  private static final int REPORT_EVERY = 8;

  private final FitTask task;
  private final FitObserver observer;
  private final LongSupplier nanos;
  private final Consumer<MultiLayerNetwork> arithmetic;
  private final SampleSet train;
  private final float[] sampleWeights;
  private final float[] classWeights;
  private final SplittableRandom shuffling;
  private final EarlyStopping stopping;
  private double fittingSeconds;
  private long fittedSamples;
  private double lastLoss = Double.NaN;

  /** With {@link LstmKernels}. */
  Dl4jFit(FitTask task, FitObserver observer, LongSupplier nanos) {
    this(task, observer, nanos, LstmKernels::install);
  }

  /**
   * With other arithmetic, to compare.
   *
   * @param arithmetic prepares the layers of the network to be fitted
   */
  Dl4jFit(
      FitTask task,
      FitObserver observer,
      LongSupplier nanos,
      Consumer<MultiLayerNetwork> arithmetic) {
    this.arithmetic = arithmetic;
    this.task = task;
    this.observer = observer;
    this.nanos = nanos;
    this.train = task.fold().train();
    this.sampleWeights = optimisation().sampleWeighting().weights(train);
    this.classWeights =
        ClassWeights.of(
            SampleWeighting.classTotals(train, sampleWeights), optimisation().classWeightPower());
    this.shuffling = new SplittableRandom(task.seed());
    this.stopping = new EarlyStopping(optimisation().patienceEpochs());
  }

  FitOutcome run() {
    Nd4j.getRandom().setSeed(task.seed());
    int minibatches = optimisation().maxEpochs() * minibatchesPerEpoch();
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            NetworkConfiguration.of(
                task.hyperparameters(), classWeights, minibatches, task.seed()));
    network.init();
    if (task.start() instanceof Start.Parent parent) {
      ParentWeights.copyInto(network, parent, task.standardizer());
      ClassPriors.skew(network, classWeights);
    }
    arithmetic.accept(network);
    try {
      return run(network);
    } finally {
      network.close();
      Nd4j.getWorkspaceManager().destroyAllWorkspacesForCurrentThread();
    }
  }

  private FitOutcome run(MultiLayerNetwork network) {
    INDArray best = network.params().dup();
    try {
      while (stopping.epochs() < task.maxEpochs() && !(validates() && stopping.exhausted())) {
        if (!fitEpoch(network)) {
          return new FitOutcome.Cancelled();
        }
        // without validation the last minibatch says whether the loss is still finite
        lastLoss = validates() ? validationLogLoss(network) : network.score();
        if (!Double.isFinite(lastLoss)) {
          return new FitOutcome.Diverged(stopping.epochs() + 1);
        }
        if (stopping.improves(lastLoss) || !validates()) {
          best.assign(network.params());
        }
        report(stopping.epochs(), 1);
      }
      network.setParams(best);
      ClassPriors.restore(network, classWeights);
      return new FitOutcome.Fitted(fitted(network));
    } finally {
      best.close();
    }
  }

  private FitOutcome.FittedNetwork fitted(MultiLayerNetwork network) {
    return new FitOutcome.FittedNetwork(
        task.seed(),
        ModelZip.write(network),
        WeightExport.of(network),
        validates() ? stopping.bestEpoch() : stopping.epochs(),
        stopping.epochs(),
        validates() ? stopping.bestLoss() : Double.NaN,
        samplesPerSecond());
  }

  /** Returns false if the fit was cancelled on the way. */
  private boolean fitEpoch(MultiLayerNetwork network) {
    int[] order = shuffled(train.size());
    Minibatches minibatches = new Minibatches(train, task.standardizer());
    int batch = batchSize();
    int steps = minibatchesPerEpoch();
    for (int step = 0; step < steps; step++) {
      if (observer.cancelled()) {
        return false;
      }
      long start = nanos.getAsLong();
      try (INDArray inputs = minibatches.inputs(order, step * batch, (step + 1) * batch);
          INDArray labels =
              minibatches.labels(order, step * batch, (step + 1) * batch, sampleWeights)) {
        network.fit(inputs, labels);
      }
      fittingSeconds += (nanos.getAsLong() - start) / 1e9;
      fittedSamples += batch;
      if (step % REPORT_EVERY == REPORT_EVERY - 1) {
        report(stopping.epochs() + 1, (step + 1.0) / (steps + 1));
      }
    }
    return true;
  }

  private double validationLogLoss(MultiLayerNetwork network) {
    SampleSet validation = task.fold().validation();
    Minibatches minibatches = new Minibatches(validation, task.standardizer());
    int[] order = IntStream.range(0, validation.size()).toArray();
    double sum = 0;
    for (int from = 0; from < order.length; from += SCORING_BATCH) {
      int to = Math.min(from + SCORING_BATCH, order.length);
      try (INDArray inputs = minibatches.inputs(order, from, to);
          INDArray output = network.output(inputs)) {
        float[] probabilities = RowMajor.of(output);
        for (int i = from; i < to; i++) {
          double p =
              ClassPriors.restored(
                  probabilities, i - from, validation.label(i).ordinal(), classWeights);
          sum -= Math.log(Math.max(p, Float.MIN_NORMAL));
        }
      }
    }
    return sum / order.length;
  }

  /** Fisher and Yates; every epoch draws on. */
  private int[] shuffled(int n) {
    int[] order = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int j = shuffling.nextInt(i + 1);
      int swapped = order[i];
      order[i] = order[j];
      order[j] = swapped;
    }
    return order;
  }

  private void report(int epoch, double epochFraction) {
    observer.progressed(
        new FitObserver.FitProgress(
            task.seed(),
            epoch,
            task.maxEpochs(),
            epochFraction,
            samplesPerSecond(),
            validates() ? lastLoss : Double.NaN,
            validates() ? stopping.bestLoss() : Double.NaN));
  }

  private boolean validates() {
    return task.stopping() instanceof Stopping.OnValidation;
  }

  private double samplesPerSecond() {
    return fittingSeconds == 0 ? 0 : fittedSamples / fittingSeconds;
  }

  private int batchSize() {
    return Math.min(optimisation().batchSize(), train.size());
  }

  /**
   * Samples that do not fill a last minibatch sit an epoch out: a tiny one would weigh as much as a
   * full one.
   */
  private int minibatchesPerEpoch() {
    return train.size() / batchSize();
  }

  private Optimisation optimisation() {
    return task.hyperparameters().optimisation();
  }
}
