package com.aicashevolution.lstm;

import java.util.Arrays;

/**
 * The forward pass over packed weights with {@link LaneArithmetic}. Two ways through the network,
 * chosen by how many windows there are, with the same bits:
 *
 * <pre>
 * one window    layer by layer: the inputs of all steps as one product, then step by step
 * several       step by step: all layers, all windows; a tile of weights serves every window
 *               while it is near
 * </pre>
 */
final class VectorForward implements ForwardEngine {

  /** Windows that go through the network together; more are taken in turns. */
  static final int ROWS = 32;

  private final LaneArithmetic lanes;
  private final PackedLayer[] layers;
  private final DenseHead head;
  private final int timesteps;
  private final int inputs;

  VectorForward(LstmParameters parameters, int timesteps, LaneArithmetic lanes) {
    this.lanes = lanes;
    this.layers =
        parameters.recurrent().stream()
            .map(layer -> PackedLayer.of(layer, lanes.lanes()))
            .toArray(PackedLayer[]::new);
    this.head = new DenseHead(parameters);
    this.timesteps = timesteps;
    this.inputs = parameters.inputs();
  }

  @Override
  public LstmForward.Scratch newScratch(int maxBatch) {
    return new VectorScratch(this, maxBatch);
  }

  @Override
  public void logits(
      float[] windows, int offset, int count, float[] logits, LstmForward.Scratch scratch) {
    VectorScratch s = (VectorScratch) scratch;
    for (int n = 0; n < count; n += ROWS) {
      int rows = Math.min(ROWS, count - n);
      int from = offset + n * timesteps * inputs;
      if (rows == 1) {
        one(windows, from, s);
      } else {
        several(windows, from, rows, s);
      }
      int width = layers[layers.length - 1].paddedUnits();
      for (int r = 0; r < rows; r++) {
        head.logits(
            s.last,
            s.lastOffset + r * width,
            logits,
            (n + r) * LstmParameters.CLASSES,
            s.headBuffer);
      }
    }
  }

  /** One window, layer by layer. */
  private void one(float[] windows, int offset, VectorScratch s) {
    float[] x = windows;
    int xOffset = offset;
    int xStride = inputs;
    for (int l = 0; l < layers.length; l++) {
      PackedLayer layer = layers[l];
      int tileStride = timesteps * layer.columns();
      for (int tile = 0; tile < layer.tiles(); tile++) {
        lanes.sums(
            layer, tile, timesteps, x, xOffset, xStride, 0, x, 0, s.projected, tile * tileStride);
      }
      float[] sequence = s.sequences[l];
      float[] c = s.cells[l];
      int width = layer.paddedUnits();
      Arrays.fill(c, 0, width, 0);
      firstStep(layer, tileStride, c, sequence, s);
      for (int t = 1; t < timesteps; t++) {
        lanes.addRecurrent(
            layer, sequence, (t - 1) * width, s.projected, t * layer.columns(), tileStride, s.z);
        lanes.gates(layer.tiles(), s.z, c, 0, layer.lanes(), sequence, t * width);
      }
      x = sequence;
      xOffset = 0;
      xStride = width;
    }
    s.last = x;
    s.lastOffset = (timesteps - 1) * xStride;
  }

  /** Without hidden values the sums of the inputs are all there is. */
  private void firstStep(
      PackedLayer layer, int tileStride, float[] c, float[] sequence, VectorScratch s) {
    for (int tile = 0; tile < layer.tiles(); tile++) {
      System.arraycopy(
          s.projected, tile * tileStride, s.z, tile * layer.columns(), layer.columns());
    }
    lanes.gates(layer.tiles(), s.z, c, 0, layer.lanes(), sequence, 0);
  }

  /** Several windows, step by step. */
  private void several(float[] windows, int offset, int rows, VectorScratch s) {
    for (int l = 0; l < layers.length; l++) {
      Arrays.fill(s.cells[l], 0, rows * layers[l].paddedUnits(), 0);
    }
    for (int t = 0; t < timesteps; t++) {
      float[] x = windows;
      int xOffset = offset + t * inputs;
      int xStride = timesteps * inputs;
      for (int l = 0; l < layers.length; l++) {
        PackedLayer layer = layers[l];
        float[] before = s.hidden(l, t + 1);
        float[] after = s.hidden(l, t);
        int width = layer.paddedUnits();
        int past = t == 0 ? 0 : layer.units();
        for (int tile = 0; tile < layer.tiles(); tile++) {
          lanes.sums(layer, tile, rows, x, xOffset, xStride, past, before, width, s.z, 0);
          lanes.gates(
              rows, s.z, s.cells[l], tile * layer.lanes(), width, after, tile * layer.lanes());
        }
        x = after;
        xOffset = 0;
        xStride = width;
      }
      s.last = x;
    }
    s.lastOffset = 0;
  }

  /** Arrays of one thread. */
  static final class VectorScratch extends LstmForward.Scratch {

    /** Per layer {@code [rows, padded units]}. */
    private final float[][] cells;

    /** Per layer and parity of the step {@code [rows, padded units]}. */
    private final float[][][] hidden;

    /** Per layer {@code [timesteps, padded units]} of one window. */
    private final float[][] sequences;

    /** {@code [tile, timesteps, gate, lane]} of one window. */
    private final float[] projected;

    /** {@code [rows or tiles, gate, lane]}. */
    private final float[] z;

    private final float[] headBuffer;

    /** Where the last layer left its last step. */
    private float[] last = {};

    private int lastOffset;

    private VectorScratch(VectorForward engine, int maxBatch) {
      super(engine, maxBatch);
      int layers = engine.layers.length;
      int rows = Math.min(maxBatch, ROWS);
      cells = new float[layers][];
      hidden = new float[layers][2][];
      sequences = new float[layers][];
      int widest = 0;
      for (int l = 0; l < layers; l++) {
        int width = engine.layers[l].paddedUnits();
        widest = Math.max(widest, width);
        cells[l] = new float[rows * width];
        hidden[l][0] = new float[rows * width];
        hidden[l][1] = new float[rows * width];
        sequences[l] = new float[engine.timesteps * width];
      }
      int lanes = engine.lanes.lanes();
      projected = new float[engine.timesteps * LstmParameters.GATES * widest];
      z = new float[LstmParameters.GATES * Math.max(widest, rows * lanes)];
      headBuffer = new float[engine.head.bufferLength()];
    }

    private float[] hidden(int layer, int step) {
      return hidden[layer][step & 1];
    }
  }
}
