package com.aicashevolution.lstm;

import com.aicashevolution.lstm.LstmParameters.Lstm;
import java.util.Arrays;

/**
 * The forward pass in plain loops over the weights as published: the twin the vector engine is
 * tested against, and the engine where {@code jdk.incubator.vector} is missing.
 */
final class ScalarForward implements ForwardEngine {

  private final Lstm[] layers;
  private final DenseHead head;
  private final int timesteps;
  private final int inputs;

  ScalarForward(LstmParameters parameters, int timesteps) {
    this.layers = parameters.recurrent().toArray(Lstm[]::new);
    this.head = new DenseHead(parameters);
    this.timesteps = timesteps;
    this.inputs = parameters.inputs();
  }

  @Override
  public LstmForward.Scratch newScratch(int maxBatch) {
    return new ScalarScratch(this, maxBatch);
  }

  @Override
  public void logits(
      float[] windows, int offset, int count, float[] logits, LstmForward.Scratch scratch) {
    ScalarScratch s = (ScalarScratch) scratch;
    float[] last = s.hidden[layers.length - 1];
    for (int n = 0; n < count; n++) {
      s.startWindow();
      for (int t = 0; t < timesteps; t++) {
        step(windows, offset + (n * timesteps + t) * inputs, t > 0, s);
      }
      head.logits(last, 0, logits, n * LstmParameters.CLASSES, s.headBuffer);
    }
  }

  /** One time step through all layers. */
  private void step(float[] windows, int offset, boolean hasPast, ScalarScratch s) {
    float[] x = windows;
    int xOffset = offset;
    for (int l = 0; l < layers.length; l++) {
      Lstm layer = layers[l];
      float[] h = s.hidden[l];
      int columns = LstmParameters.GATES * layer.units();
      System.arraycopy(layer.bias(), 0, s.z, 0, columns);
      addProduct(x, xOffset, layer.inputs(), layer.inputWeights(), columns, s.z);
      if (hasPast) {
        addProduct(h, 0, layer.units(), layer.recurrentWeights(), columns, s.z);
      }
      ScalarGates.step(s.z, layer.units(), s.cells[l], h);
      x = h;
      xOffset = 0;
    }
  }

  /** {@code z += x · weights}, inputs in ascending order. */
  private static void addProduct(
      float[] x, int xOffset, int inputs, float[] weights, int columns, float[] z) {
    for (int i = 0; i < inputs; i++) {
      DenseHead.addScaled(x[xOffset + i], weights, i * columns, z, 0, columns);
    }
  }

  /** Arrays of one thread. */
  static final class ScalarScratch extends LstmForward.Scratch {

    private final float[] z;
    private final float[][] hidden;
    private final float[][] cells;
    private final float[] headBuffer;

    private ScalarScratch(ScalarForward engine, int maxBatch) {
      super(engine, maxBatch);
      int layers = engine.layers.length;
      hidden = new float[layers][];
      cells = new float[layers][];
      int widest = 0;
      for (int l = 0; l < layers; l++) {
        hidden[l] = new float[engine.layers[l].units()];
        cells[l] = new float[engine.layers[l].units()];
        widest = Math.max(widest, engine.layers[l].units());
      }
      z = new float[LstmParameters.GATES * widest];
      headBuffer = new float[engine.head.bufferLength()];
    }

    private void startWindow() {
      for (float[] c : cells) {
        Arrays.fill(c, 0);
      }
    }
  }
}
