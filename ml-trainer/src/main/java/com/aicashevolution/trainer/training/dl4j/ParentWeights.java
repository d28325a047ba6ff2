package com.aicashevolution.trainer.training.dl4j;

import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.trainer.training.Start;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Lets a fit begin where a published network stands: with its weights, and with the first layer
 * written anew for the scale of the fit's own windows, so that it gives the parent's answers before
 * its first step.
 *
 * <pre>
 * parent's input   p = (x − μ') / σ'  =  (σ z + μ − μ') / σ'      the fit's input   z = (x − μ) / σ
 * W' p + b'        =  (W' σ/σ') z  +  (b' + Σ W' (μ − μ') / σ')
 * </pre>
 *
 * <p>Exact up to float rounding where no input is clipped. The optimiser begins without memory.
 */
final class ParentWeights {

  private ParentWeights() {}

  /**
   * Overwrites the weights of {@code network}.
   *
   * @param standardizer of the windows it is about to be fitted on
   * @throws IllegalArgumentException if the parent has other sizes
   */
  static void copyInto(MultiLayerNetwork network, Start.Parent parent, Standardizer standardizer) {
    MultiLayerNetwork published = ModelZip.read(parent.modelZip());
    try {
      if (published.numParams() != network.numParams()) {
        throw new IllegalArgumentException(
            "a network of %d weights cannot begin from one of %d"
                .formatted(network.numParams(), published.numParams()));
      }
      network.setParams(published.params());
    } finally {
      published.close();
    }
    rescale(network.getLayer(0), parent.standardizer(), standardizer);
  }

  private static void rescale(Layer first, Standardizer from, Standardizer to) {
    INDArray weights = first.getParam("W");
    INDArray biases = first.getParam("b");
    for (int gate = 0; gate < weights.columns(); gate++) {
      double bias = biases.getDouble(gate);
      for (int f = 0; f < weights.rows(); f++) {
        double weight = weights.getDouble(f, gate);
        bias += weight * (to.mean().get(f) - from.mean().get(f)) / from.deviation().get(f);
        weights.putScalar(f, gate, weight * to.deviation().get(f) / from.deviation().get(f));
      }
      biases.putScalar(gate, bias);
    }
  }
}
