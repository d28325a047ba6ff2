package com.aicashevolution.lstm;

import com.aicashevolution.lstm.LstmParameters.Lstm;

/**
 * A recurrent layer's weights in the order a vector engine reads them: units in tiles of one
 * vector, and for a tile one row per input, then one per hidden value, each row the four gates of
 * the tile:
 *
 * <pre>
 * weights  [tile, inputs + units, gate, lane]      bias  [tile, gate, lane]
 * </pre>
 *
 * <p>The last tile is filled with zero weights. A cell of zero weights stays zero, so no loop needs
 * a tail and no result can be touched.
 *
 * @param lanes units of a tile
 * @param tiles how many
 * @param weights treated as immutable
 * @param bias treated as immutable
 */
record PackedLayer(int inputs, int units, int lanes, int tiles, float[] weights, float[] bias) {

  static PackedLayer of(Lstm layer, int lanes) {
    int units = layer.units();
    int tiles = (units + lanes - 1) / lanes;
    int columns = LstmParameters.GATES * lanes;
    int rows = layer.inputs() + units;
    float[] weights = new float[tiles * rows * columns];
    float[] bias = new float[tiles * columns];
    for (int tile = 0; tile < tiles; tile++) {
      int at = tile * rows * columns;
      for (int i = 0; i < layer.inputs(); i++) {
        copyRow(layer.inputWeights(), i, units, tile, lanes, weights, at + i * columns);
      }
      for (int j = 0; j < units; j++) {
        int row = layer.inputs() + j;
        copyRow(layer.recurrentWeights(), j, units, tile, lanes, weights, at + row * columns);
      }
      copyRow(layer.bias(), 0, units, tile, lanes, bias, tile * columns);
    }
    return new PackedLayer(layer.inputs(), units, lanes, tiles, weights, bias);
  }

  private static void copyRow(
      float[] source, int row, int units, int tile, int lanes, float[] target, int at) {
    int first = tile * lanes;
    int length = Math.min(lanes, units - first);
    for (int gate = 0; gate < LstmParameters.GATES; gate++) {
      int from = (row * LstmParameters.GATES + gate) * units + first;
      System.arraycopy(source, from, target, at + gate * lanes, length);
    }
  }

  /** Units with those that fill the last tile. */
  int paddedUnits() {
    return tiles * lanes;
  }

  /** Floats of one row: the four gates of a tile. */
  int columns() {
    return LstmParameters.GATES * lanes;
  }

  /** Where the tile's row for the first input begins. */
  int inputRows(int tile) {
    return tile * (inputs + units) * columns();
  }

  /** Where the tile's row for the first hidden value begins. */
  int recurrentRows(int tile) {
    return inputRows(tile) + inputs * columns();
  }
}
