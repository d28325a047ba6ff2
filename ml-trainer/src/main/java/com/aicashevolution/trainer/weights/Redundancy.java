package com.aicashevolution.trainer.weights;

/**
 * How many indicators say the same as each: {@code nᵢ = Σⱼ ρᵢⱼ²} over all of them, itself included,
 * with ρ Pearson's correlation. Five that move as one have n = 5 each, and a fifth of an opinion;
 * an indicator unlike any other has n = 1.
 */
final class Redundancy {

  private Redundancy() {}

  /**
   * n of every column.
   *
   * @param rows standardized: mean 0 and deviation 1, or 0 throughout
   */
  static double[] of(double[][] rows) {
    int columns = rows[0].length;
    double[] alike = new double[columns];
    for (int i = 0; i < columns; i++) {
      alike[i] = 1;
      for (int j = 0; j < columns; j++) {
        if (j != i) {
          double correlation = 0;
          for (double[] row : rows) {
            correlation += row[i] * row[j];
          }
          correlation /= rows.length;
          alike[i] += correlation * correlation;
        }
      }
    }
    return alike;
  }
}
