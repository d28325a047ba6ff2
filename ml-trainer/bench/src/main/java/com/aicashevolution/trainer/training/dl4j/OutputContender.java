package com.aicashevolution.trainer.training.dl4j;

import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.trainer.bench.kernel.Forward;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** DL4J's {@code output()}, with the windows in native memory already. */
public final class OutputContender implements Forward {

  private final MultiLayerNetwork network;
  private final INDArray inputs;

  /**
   * Opens a network for some windows.
   *
   * @param modelZip as the trainer publishes it
   * @param windows standardized, row-major {@code [count, 20, 17]}
   */
  public OutputContender(byte[] modelZip, float[] windows) {
    network = ModelZip.read(modelZip);
    inputs = Minibatches.inputs(windows);
  }

  /**
   * A network in two forms.
   *
   * @param modelZip DL4J's own
   * @param parameters as they are published for serving
   */
  public record Drawn(byte[] modelZip, LstmParameters parameters) {}

  /**
   * The default network with weights drawn as before a fit, made larger by {@code factor}: the
   * answers of an unfitted network hardly differ from window to window.
   */
  public static Drawn draw(long seed, double factor) {
    Hyperparameters hyperparameters =
        new Hyperparameters(
            new Architecture(List.of(64, 32), 16, 0, false),
            new Optimisation(2e-3, 0, 256, 10, 3, 0.5, SampleWeighting.UNIQUENESS));
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            NetworkConfiguration.of(hyperparameters, new float[] {1, 1, 1}, 1, seed));
    try {
      network.init();
      network.params().muli(factor);
      return new Drawn(ModelZip.write(network), WeightExport.of(network));
    } finally {
      network.close();
    }
  }

  @Override
  public float[] answer() {
    try (INDArray output = network.output(inputs)) {
      return RowMajor.of(output);
    }
  }

  @Override
  public void close() {
    inputs.close();
    network.close();
  }
}
