package com.aicashevolution.trainer.bench.kernel;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.HeadLayer;
import com.aicashevolution.lstm.LstmParameters.Lstm;

/**
 * PyTorch through DJL's blocks, outside any training, with the windows in native memory already.
 */
final class PyTorchForward implements Forward {

  /** PyTorch's gates are input, forget, cell, output; ours tanh, forget, output, input. */
  private static final int[] GATES = {3, 1, 0, 2};

  private static final NDIndex LAST_STEP = new NDIndex(":, -1");

  private final NDManager manager;
  private final Block layers;
  private final ParameterStore parameters;
  private final NDArray windows;

  PyTorchForward(LstmParameters network, float[] windows) {
    manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu());
    int count = windows.length / FeatureWindow.LENGTH;
    Shape shape = new Shape(count, FeatureSchema.WINDOW_BARS, FeatureSchema.FEATURES);
    layers = layers(network);
    layers.initialize(manager, DataType.FLOAT32, shape);
    setWeights(network);
    layers.freezeParameters(true);
    parameters = new ParameterStore(manager, false);
    this.windows = manager.create(windows, shape);
  }

  static String version() {
    return Engine.getEngine("PyTorch").getVersion();
  }

  private static Block layers(LstmParameters network) {
    SequentialBlock layers = new SequentialBlock();
    for (Lstm layer : network.recurrent()) {
      layers.add(
          LSTM.builder().setNumLayers(1).setStateSize(layer.units()).optBatchFirst(true).build());
    }
    layers.add(LambdaBlock.singleton(steps -> steps.get(LAST_STEP)));
    for (HeadLayer layer : network.head()) {
      Dense dense = dense(layer);
      layers.add(Linear.builder().setUnits(dense.units()).build());
      if (dense.activation() == LstmParameters.Activation.RELU) {
        layers.add(Activation.reluBlock());
      }
    }
    return layers.add(LambdaBlock.singleton(logits -> logits.softmax(-1)));
  }

  private static Dense dense(HeadLayer layer) {
    return switch (layer) {
      case Dense dense -> dense;
      case LstmParameters.Affine _ ->
          throw new IllegalArgumentException("this comparison is without batch normalisation");
    };
  }

  private void setWeights(LstmParameters network) {
    int at = 0;
    for (Lstm layer : network.recurrent()) {
      int units = layer.units();
      set(
          layers.getChildren().get(at++).getValue(),
          rows(layer.inputWeights(), layer.inputs(), units),
          rows(layer.recurrentWeights(), units, units),
          rows(layer.bias(), 1, units),
          // the second bias belongs to the recurrent product, which has none of its own
          new float[LstmParameters.GATES * units]);
    }
    at++; // the last step
    for (HeadLayer layer : network.head()) {
      Dense dense = dense(layer);
      float[] rows = new float[dense.weights().length];
      for (int i = 0; i < rows.length; i++) {
        rows[i] = dense.weights()[i % dense.inputs() * dense.units() + i / dense.inputs()];
      }
      set(layers.getChildren().get(at++).getValue(), rows, dense.bias());
      at += dense.activation() == LstmParameters.Activation.RELU ? 1 : 0;
    }
  }

  /** Replaces all parameters of a block, in its order. */
  private static void set(Block block, float[]... values) {
    for (int i = 0; i < values.length; i++) {
      block.getParameters().get(i).getValue().getArray().set(values[i]);
    }
  }

  /** From {@code [inputs, our gates · units]} to {@code [PyTorch's gates · units, inputs]}. */
  private static float[] rows(float[] weights, int inputs, int units) {
    int columns = LstmParameters.GATES * units;
    float[] rows = new float[weights.length];
    for (int row = 0; row < columns; row++) {
      int column = GATES[row / units] * units + row % units;
      for (int input = 0; input < inputs; input++) {
        rows[row * inputs + input] = weights[input * columns + column];
      }
    }
    return rows;
  }

  @Override
  public float[] answer() {
    try (NDManager scope = manager.newSubManager()) {
      NDArray input = windows.duplicate();
      input.attach(scope);
      NDList output = layers.forward(parameters, new NDList(input), false);
      return output.singletonOrThrow().toFloatArray();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
