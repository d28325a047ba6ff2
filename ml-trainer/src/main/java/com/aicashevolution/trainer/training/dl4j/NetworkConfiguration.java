package com.aicashevolution.trainer.training.dl4j;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import java.util.List;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.PolySchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** Writes hyper-parameters down as DL4J wants them. */
final class NetworkConfiguration {

  /** Bound on the length of a layer's gradient: recurrent layers explode now and then. */
  private static final double MAX_GRADIENT_NORM = 1.0;

  private NetworkConfiguration() {}

  /**
   * The configuration of one fit.
   *
   * @param minibatches of the whole fit, if it uses all its epochs
   */
  static MultiLayerConfiguration of(
      Hyperparameters hyperparameters, float[] classWeights, int minibatches, long seed) {
    Architecture architecture = hyperparameters.architecture();
    Optimisation optimisation = hyperparameters.optimisation();
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .weightInit(WeightInit.XAVIER)
            .updater(new Adam(fallingTo0(optimisation.learningRate(), minibatches)))
            .l2(optimisation.l2())
            .gradientNormalization(GradientNormalization.ClipL2PerLayer)
            .gradientNormalizationThreshold(MAX_GRADIENT_NORM)
            .list();
    // DL4J's dropout is the probability of keeping an activation, and 0 means none.
    double keep = architecture.dropout() == 0 ? 0 : 1 - architecture.dropout();
    int inputs = addRecurrent(layers, architecture.lstmUnits(), keep);
    if (architecture.batchNorm()) {
      // Plain variances, not logarithms of deviations: what is exported is what is computed with.
      layers.layer(
          new BatchNormalization.Builder().nIn(inputs).nOut(inputs).useLogStd(false).build());
    }
    layers
        .layer(
            new DenseLayer.Builder()
                .nIn(inputs)
                .nOut(architecture.denseUnits())
                .activation(Activation.RELU)
                .dropOut(keep)
                .build())
        .layer(
            new OutputLayer.Builder(new LossMCXENT(Nd4j.createFromArray(classWeights)))
                .nIn(architecture.denseUnits())
                .nOut(Direction.COUNT)
                .activation(Activation.SOFTMAX)
                .build());
    return layers.build();
  }

  /** Linear in the minibatches: {@code rate · (1 − i / n)}. */
  private static ISchedule fallingTo0(double rate, int minibatches) {
    return new PolySchedule(ScheduleType.ITERATION, rate, 1, minibatches);
  }

  private static int addRecurrent(
      NeuralNetConfiguration.ListBuilder layers, List<Integer> units, double keep) {
    int inputs = FeatureSchema.FEATURES;
    for (int i = 0; i < units.size(); i++) {
      LSTM.Builder lstm =
          new LSTM.Builder().nIn(inputs).nOut(units.get(i)).activation(Activation.TANH);
      if (i > 0) {
        lstm.dropOut(keep);
      }
      boolean last = i == units.size() - 1;
      layers.layer(last ? new LastTimeStep(lstm.build()) : lstm.build());
      inputs = units.get(i);
    }
    return inputs;
  }
}
