package com.aicashevolution.trainer.training.dl4j;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.trainer.training.FitObserver;
import com.aicashevolution.trainer.training.FitOutcome;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.Fitter;
import java.util.Map;
import java.util.function.LongSupplier;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Fits with DL4J on the CPU. Thread-safe: every fit has its own network. */
public final class Dl4jFitter implements Fitter {

  private final LongSupplier nanos;

  /**
   * Starts the native backend.
   *
   * @param nanos a clock that only ever advances; it times fits and changes nothing about them
   */
  public Dl4jFitter(LongSupplier nanos) {
    this.nanos = nanos;
  }

  @Override
  public FitOutcome fit(FitTask task, FitObserver observer) {
    return new Dl4jFit(task, observer, nanos).run();
  }

  @Override
  public float[] referenceProbabilities(byte[] modelZip, float[] windows) {
    if (windows.length % FeatureWindow.LENGTH != 0) {
      throw new IllegalArgumentException(
          "windows must have a multiple of "
              + FeatureWindow.LENGTH
              + " values, had "
              + windows.length);
    }
    MultiLayerNetwork network = ModelZip.read(modelZip);
    try (INDArray inputs = Minibatches.inputs(windows);
        INDArray output = network.output(inputs)) {
      return RowMajor.of(output);
    } finally {
      network.close();
    }
  }

  @Override
  public Map<String, String> provenance() {
    return LibraryProvenance.read();
  }
}
