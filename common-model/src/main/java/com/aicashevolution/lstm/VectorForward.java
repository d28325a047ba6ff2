package com.aicashevolution.lstm;

import java.util.Arrays;

/**
 * The forward pass over packed weights with {@link LaneSums} and {@link LaneGates}. Two ways
 * through the network, chosen by how many windows there are, with the same bits:
 *
 * <pre>
 * few windows   one after the other, layer by layer: the inputs of all steps as one product,
 *               then step by step
 * several       step by step: all layers, all windows; a tile of weights serves every window
 *               while it is near
 * </pre>
 */
final class VectorForward implements ForwardEngine {

  /** Windows that go through the network together; more are taken in turns. */
  static final int ROWS = 32;

  /** Fewer windows than this are faster one by one: four rows share a weight. */
  private static final int FEW = 4;

  private final LaneSums sums;
  private final LaneGates gates;
  private final PackedLayer[] layers;
  private final DenseHead head;
  private final int timesteps;
  private final int inputs;

  VectorForward(LstmParameters parameters, int timesteps, LaneSums sums, LaneGates gates) {
    this.sums = sums;
    this.gates = gates;
    this.layers =
        parameters.recurrent().stream()
            .map(layer -> PackedLayer.of(layer, sums.lanes()))
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
    int n = 0;
    while (n < count) {
      int from = offset + n * timesteps * inputs;
      int rows = Math.min(ROWS, count - n);
      if (rows < FEW) {
        rows = 1;
        one(windows, from, s);
      } else {
        several(windows, from, rows, s);
      }
      int width = layers[layers.length - 1].paddedUnits();
      for (int r = 0; r < rows; r++) {
        int to = (n + r) * LstmParameters.CLASSES;
        head.logits(s.last, s.lastOffset + r * width, logits, to, s.headBuffer);
      }
      n += rows;
    }
  }

  /** One window, layer by layer. */
  private void one(float[] windows, int offset, VectorScratch s) {
    float[] x = windows;
    int xOffset = offset;
    int xStride = inputs;
    for (int l = 0; l < layers.length; l++) {
      PackedLayer layer = layers[l];
      int width = layer.paddedUnits();
      float[] sequence = s.sequences[l];
      float[] c = s.cells[l];
      Arrays.fill(c, 0, width, 0);
      for (int tile = 0; tile < layer.tiles(); tile++) {
        addInputs(layer, tile, timesteps, x, xOffset, xStride, s.projected, projected(layer, tile));
      }
      for (int t = 0; t < timesteps; t++) {
        addRecurrent(layer, t, sequence, s);
        gates.step(layer.tiles(), s.z, s.e, c, 0, layer.lanes(), sequence, t * width);
      }
      x = sequence;
      xOffset = 0;
      xStride = width;
    }
    s.last = x;
    s.lastOffset = (timesteps - 1) * xStride;
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
        for (int tile = 0; tile < layer.tiles(); tile++) {
          int unit = tile * layer.lanes();
          addInputs(layer, tile, rows, x, xOffset, xStride, s.z, 0);
          if (t > 0) {
            addHidden(layer, tile, rows, before, s.z);
          }
          gates.step(rows, s.z, s.e, s.cells[l], unit, width, after, unit);
        }
        x = after;
        xOffset = 0;
        xStride = width;
      }
      s.last = x;
    }
    s.lastOffset = 0;
  }

  /** {@code z = bias + x · W} for several rows of one tile. */
  private void addInputs(
      PackedLayer layer,
      int tile,
      int rows,
      float[] x,
      int xOffset,
      int xStride,
      float[] z,
      int zOffset) {
    sums.add(
        layer.weights(),
        layer.inputRows(tile),
        layer.inputs(),
        rows,
        x,
        xOffset,
        xStride,
        layer.bias(),
        tile * layer.columns(),
        0,
        z,
        zOffset);
  }

  /** {@code z += h · R} for several rows of one tile. */
  private void addHidden(PackedLayer layer, int tile, int rows, float[] h, float[] z) {
    sums.add(
        layer.weights(),
        layer.recurrentRows(tile),
        layer.units(),
        rows,
        h,
        0,
        layer.paddedUnits(),
        z,
        0,
        layer.columns(),
        z,
        0);
  }

  /** {@code z = projected + h · R} for step {@code t} of one window, all tiles. */
  private void addRecurrent(PackedLayer layer, int t, float[] sequence, VectorScratch s) {
    int columns = layer.columns();
    int tileStride = timesteps * columns;
    // without hidden values the sums of the inputs are all there is
    int past = t == 0 ? 0 : layer.units();
    int hOffset = Math.max(0, t - 1) * layer.paddedUnits();
    int tile = 0;
    for (; tile + 2 <= layer.tiles(); tile += 2) {
      sums.addPair(
          layer.weights(),
          layer.recurrentRows(tile),
          layer.recurrentRows(tile + 1),
          past,
          sequence,
          hOffset,
          s.projected,
          tile * tileStride + t * columns,
          tileStride,
          s.z,
          tile * columns);
    }
    if (tile < layer.tiles()) {
      sums.add(
          layer.weights(),
          layer.recurrentRows(tile),
          past,
          1,
          sequence,
          hOffset,
          0,
          s.projected,
          tile * tileStride + t * columns,
          0,
          s.z,
          tile * columns);
    }
  }

  /** Where a tile's sums of the inputs of all steps begin. */
  private int projected(PackedLayer layer, int tile) {
    return tile * timesteps * layer.columns();
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

    /** Exponentials of {@code z}. */
    private final float[] e;

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
      int lanes = engine.sums.lanes();
      projected = new float[engine.timesteps * LstmParameters.GATES * widest];
      z = new float[LstmParameters.GATES * Math.max(widest, rows * lanes)];
      e = new float[z.length];
      headBuffer = new float[engine.head.bufferLength()];
    }

    private float[] hidden(int layer, int step) {
      return hidden[layer][step & 1];
    }
  }
}
