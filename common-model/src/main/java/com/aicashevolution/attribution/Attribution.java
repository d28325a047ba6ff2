package com.aicashevolution.attribution;

import java.util.Objects;

/**
 * How far each player moved each answer from the mean answer over the background to the one that
 * was given.
 *
 * @param base mean answers over the background, {@code [outputs]}
 * @param answer answers for the explained window, {@code [outputs]}
 * @param values Shapley values φ, row-major {@code [players, outputs]}; the column of an output
 *     sums to {@code answer − base} of that output. Treated as immutable, like the others
 */
public record Attribution(double[] base, double[] answer, double[] values) {

  public Attribution {
    if (base.length == 0 || answer.length != base.length || values.length % base.length != 0) {
      throw new IllegalArgumentException(
          "base, answer and values must be of outputs, outputs and players x outputs, were "
              + base.length
              + ", "
              + answer.length
              + " and "
              + values.length);
    }
  }

  public int outputs() {
    return base.length;
  }

  public int players() {
    return values.length / base.length;
  }

  /** φ of {@code player} for answer {@code output}. */
  public double value(int player, int output) {
    Objects.checkIndex(player, players());
    return values[player * outputs() + Objects.checkIndex(output, outputs())];
  }

  /** φ of every player for answer {@code output}, in the order of the players. */
  public double[] valuesOf(int output) {
    double[] column = new double[players()];
    for (int player = 0; player < column.length; player++) {
      column[player] = value(player, output);
    }
    return column;
  }

  /** {@code |Σφ − (answer − base)|} of answer {@code output}: rounding and nothing else. */
  public double efficiencyGap(int output) {
    double sum = 0;
    for (double value : valuesOf(output)) {
      sum += value;
    }
    return Math.abs(sum - (answer[output] - base[output]));
  }
}
