package com.aicashevolution.trainer.training.dl4j;

import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.trainer.bench.Contestant;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** DL4J with the default network, configured as the trainer configures it. */
public final class FitContestant implements Contestant {

  private static final int CLASSES = 3;
  private static final int MANY = 1_000_000;

  private final MultiLayerNetwork network;

  private FitContestant(int batch, double dropout) {
    Hyperparameters hyperparameters =
        new Hyperparameters(
            new Architecture(List.of(64, 32), 16, dropout, false),
            new Optimisation(2e-3, 0, batch, 10, 3, 0.5, SampleWeighting.UNIQUENESS));
    network =
        new MultiLayerNetwork(
            NetworkConfiguration.of(hyperparameters, new float[] {1, 1, 1}, MANY, 1));
    network.init();
  }

  /** As it comes. */
  public static FitContestant stock(int batch, double dropout) {
    return new FitContestant(batch, dropout);
  }

  /** With our kernel. */
  public static FitContestant kernel(int batch, double dropout) {
    FitContestant contestant = new FitContestant(batch, dropout);
    LstmKernels.install(contestant.network);
    return contestant;
  }

  /** What computes. */
  public static Map<String, String> versions() {
    return LibraryProvenance.read();
  }

  @Override
  public void fit(float[] windows, int[] classes) {
    float[] oneHot = new float[classes.length * CLASSES];
    for (int i = 0; i < classes.length; i++) {
      oneHot[i + classes.length * classes[i]] = 1;
    }
    try (INDArray inputs = Minibatches.inputs(windows);
        INDArray labels = Nd4j.create(oneHot, new long[] {classes.length, CLASSES}, 'f')) {
      network.fit(inputs, labels);
    }
  }

  @Override
  public void close() {
    network.close();
  }
}
