package com.aicashevolution.trainer.training.dl4j;

import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.lstm.LstmParameters.Activation;
import com.aicashevolution.lstm.LstmParameters.Affine;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.HeadLayer;
import com.aicashevolution.lstm.LstmParameters.Lstm;
import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * Takes the weights out of a DL4J network, in row-major order and with DL4J's own order of gates;
 * batch normalisation leaves as the affine map it is once its statistics stand still.
 */
final class WeightExport {

  private WeightExport() {}

  /**
   * Exports {@code network}.
   *
   * @throws IllegalArgumentException if it has a layer that serving does not compute
   */
  static LstmParameters of(MultiLayerNetwork network) {
    List<Lstm> recurrent = new ArrayList<>();
    List<HeadLayer> head = new ArrayList<>();
    for (Layer layer : network.getLayers()) {
      switch (layer.conf().getLayer()) {
        case LSTM lstm -> recurrent.add(lstm(layer, lstm));
        case LastTimeStep last -> recurrent.add(lstm(layer, (LSTM) last.getUnderlying()));
        case BatchNormalization norm -> head.add(affine(layer, norm));
        case OutputLayer output -> head.add(dense(layer, output, Activation.SOFTMAX));
        case DenseLayer dense -> head.add(dense(layer, dense, Activation.RELU));
        default ->
            throw new IllegalArgumentException(
                "serving has no layer " + layer.conf().getLayer().getClass().getSimpleName());
      }
    }
    return new LstmParameters(recurrent, head);
  }

  private static Lstm lstm(Layer layer, LSTM conf) {
    return new Lstm(
        Math.toIntExact(conf.getNIn()),
        Math.toIntExact(conf.getNOut()),
        rowMajor(layer, "W"),
        rowMajor(layer, "RW"),
        rowMajor(layer, "b"));
  }

  private static Dense dense(Layer layer, FeedForwardLayer conf, Activation activation) {
    return new Dense(
        Math.toIntExact(conf.getNIn()),
        Math.toIntExact(conf.getNOut()),
        rowMajor(layer, "W"),
        rowMajor(layer, "b"),
        activation);
  }

  /** {@code γ (x − μ) / √(σ² + ε) + β = scale · x + shift}. */
  private static Affine affine(Layer layer, BatchNormalization conf) {
    float[] gamma = rowMajor(layer, "gamma");
    float[] beta = rowMajor(layer, "beta");
    float[] mean = rowMajor(layer, "mean");
    float[] variance = rowMajor(layer, "var");
    float[] scale = new float[gamma.length];
    float[] shift = new float[gamma.length];
    for (int i = 0; i < gamma.length; i++) {
      double factor = gamma[i] / Math.sqrt(variance[i] + conf.getEps());
      scale[i] = (float) factor;
      shift[i] = (float) (beta[i] - mean[i] * factor);
    }
    return new Affine(scale, shift);
  }

  private static float[] rowMajor(Layer layer, String name) {
    return RowMajor.of(layer.getParam(name));
  }
}
