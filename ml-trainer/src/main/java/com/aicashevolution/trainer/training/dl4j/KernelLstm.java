package com.aicashevolution.trainer.training.dl4j;

import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.lstm.LstmTraining;
import java.util.Map;
import java.util.Objects;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.layers.recurrent.FwdPassReturn;
import org.deeplearning4j.nn.layers.recurrent.LSTMHelper;
import org.deeplearning4j.nn.params.LSTMParamInitializer;
import org.deeplearning4j.nn.workspace.ArrayType;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Computes one LSTM layer of DL4J with {@link LstmTraining} (decision record 4): all steps in one
 * call each way, where DL4J makes some forty small operations a step.
 *
 * <p>DL4J asks for the forward pass twice a minibatch, once for the layers above and once before it
 * goes back; the second call finds the activations of the first if it names the same input.
 *
 * <p>What it does not compute it leaves to DL4J, by answering null: masks, an initial state, other
 * activations, peepholes. Dropout is not its business: the layer applies it around these calls.
 * Back-propagation truncated in time and {@code rnnTimeStep} are refused or kept out by {@link
 * LstmKernels}.
 *
 * <p>Confined to the thread of its network.
 */
final class KernelLstm implements LSTMHelper {

  private @Nullable LstmTraining training;

  /** The input whose activations are kept. */
  private @Nullable INDArray pending;

  private float[] inputWeights = {};
  private float[] recurrentWeights = {};
  private float[] bias = {};
  private float[] below = {};
  private float[] above = {};

  /** Of what {@link #activate} computed. DL4J keeps it between the two calls of a layer. */
  private static final class KernelPass extends FwdPassReturn {}

  @Override
  public @Nullable FwdPassReturn activate(
      Layer layer,
      NeuralNetConfiguration conf,
      IActivation gateActivation,
      INDArray input,
      INDArray recurrent,
      INDArray weights,
      INDArray biases,
      boolean forTraining,
      INDArray previousHidden,
      INDArray previousCells,
      boolean forBackprop,
      boolean forwards,
      String inputWeightKey,
      @Nullable INDArray mask,
      boolean peepholes,
      LayerWorkspaceMgr workspaces) {
    IActivation activation = ((LSTM) conf.getLayer()).getActivationFn();
    if (!forwards
        || mask != null
        || input.rank() != 3
        || input.dataType() != DataType.FLOAT
        || !checkSupported(gateActivation, activation, peepholes)
        || !ColumnMajor.isZero(previousHidden)
        || !ColumnMajor.isZero(previousCells)) {
      pending = null;
      return null;
    }
    KernelPass pass = new KernelPass();
    if (forBackprop) {
      if (pending != input) {
        forward(input, recurrent, weights, biases, true);
      }
      pending = null;
      return pass;
    }
    forward(input, recurrent, weights, biases, forTraining);
    pending = forTraining ? input : null;
    long[] shape = {input.size(0), recurrent.size(0), input.size(2)};
    pass.fwdPassOutput =
        workspaces.createUninitialized(ArrayType.ACTIVATIONS, DataType.FLOAT, shape, 'f');
    ColumnMajor.write(above, pass.fwdPassOutput);
    return pass;
  }

  private void forward(
      INDArray input, INDArray recurrent, INDArray weights, INDArray biases, boolean keep) {
    int samples = Math.toIntExact(input.size(0));
    int inputs = Math.toIntExact(input.size(1));
    int steps = Math.toIntExact(input.size(2));
    int units = Math.toIntExact(recurrent.size(0));
    LstmTraining kernel = training;
    if (kernel == null || kernel.steps() != steps) {
      kernel = new LstmTraining(inputs, units, steps);
      training = kernel;
    }
    inputWeights = sized(inputWeights, inputs * LstmParameters.GATES * units);
    recurrentWeights = sized(recurrentWeights, units * LstmParameters.GATES * units);
    bias = sized(bias, LstmParameters.GATES * units);
    ColumnMajor.read(weights, inputWeights);
    ColumnMajor.read(recurrent, recurrentWeights);
    ColumnMajor.read(biases, bias);
    kernel.setWeights(inputWeights, recurrentWeights, bias);

    below = sized(below, samples * inputs * steps);
    above = sized(above, samples * units * steps);
    ColumnMajor.read(input, below);
    if (keep) {
      kernel.forward(below, samples, above);
    } else {
      kernel.forwardOnly(below, samples, above);
    }
  }

  @Override
  public @Nullable Pair<Gradient, INDArray> backpropGradient(
      NeuralNetConfiguration conf,
      IActivation gateActivation,
      INDArray input,
      INDArray recurrent,
      INDArray weights,
      INDArray epsilon,
      boolean truncated,
      int truncatedSteps,
      FwdPassReturn pass,
      boolean forwards,
      String inputWeightKey,
      String recurrentWeightKey,
      String biasKey,
      Map<String, INDArray> gradients,
      @Nullable INDArray mask,
      boolean peepholes,
      LayerWorkspaceMgr workspaces) {
    if (!(pass instanceof KernelPass)) {
      return null;
    }
    LstmTraining kernel = training;
    if (kernel == null || truncated || kernel.keptSamples() != epsilon.size(0)) {
      // not an exception: DL4J would go on without us, and without the activations
      throw new AssertionError("backward does not follow its forward pass, or is truncated");
    }
    ColumnMajor.read(epsilon, above);
    // the weights are not needed any more: their arrays take the gradients
    kernel.backward(above, inputWeights, recurrentWeights, bias, below);

    INDArray epsilonBelow =
        workspaces.createUninitialized(
            ArrayType.ACTIVATION_GRAD, DataType.FLOAT, input.shape(), 'f');
    ColumnMajor.write(below, epsilonBelow);
    Gradient gradient = new DefaultGradient();
    put(gradient, LSTMParamInitializer.INPUT_WEIGHT_KEY, inputWeights, gradients);
    put(gradient, LSTMParamInitializer.RECURRENT_WEIGHT_KEY, recurrentWeights, gradients);
    put(gradient, LSTMParamInitializer.BIAS_KEY, bias, gradients);
    return new Pair<>(gradient, epsilonBelow);
  }

  /** Into the view that the optimiser reads. */
  private static void put(
      Gradient gradient, String key, float[] values, Map<String, INDArray> views) {
    INDArray view = Objects.requireNonNull(views.get(key), key);
    ColumnMajor.write(values, view);
    gradient.gradientForVariable().put(key, view);
  }

  @Override
  public boolean checkSupported(
      IActivation gateActivation, IActivation activation, boolean peepholes) {
    return gateActivation instanceof ActivationSigmoid
        && activation instanceof ActivationTanH
        && !peepholes;
  }

  @Override
  public boolean checkSupported() {
    return true;
  }

  @Override
  public Map<String, Long> helperMemoryUse() {
    return Map.of();
  }

  private static float[] sized(float[] array, int length) {
    return array.length == length ? array : new float[length];
  }
}
