package com.aicashevolution.drift;

/**
 * Ordinary least squares by the normal equations and Cholesky's factorization, with a whiff of
 * ridge so that columns which do not vary get a coefficient of 0 instead of none.
 */
final class LeastSquares {

  /** Of the mean square of each column; far below what it could change in a coefficient. */
  private static final double RIDGE = 1e-9;

  private LeastSquares() {}

  /**
   * The coefficients that leave the least squares of {@code y − rows · coefficients}.
   *
   * @param rows all of equal length, more of them than columns
   * @param from first row that counts
   */
  static double[] fit(double[][] rows, double[] y, int from) {
    int columns = rows[from].length;
    double[][] gram = new double[columns][columns];
    double[] moment = new double[columns];
    for (int i = from; i < y.length; i++) {
      for (int a = 0; a < columns; a++) {
        moment[a] += rows[i][a] * y[i];
        for (int b = 0; b <= a; b++) {
          gram[a][b] += rows[i][a] * rows[i][b];
        }
      }
    }
    for (int a = 0; a < columns; a++) {
      gram[a][a] += RIDGE * (gram[a][a] + y.length - from);
    }
    return solve(factor(gram), moment);
  }

  /** Lower triangle L with {@code L Lᵀ = gram}, in place. */
  private static double[][] factor(double[][] gram) {
    for (int a = 0; a < gram.length; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = gram[a][b];
        for (int k = 0; k < b; k++) {
          sum -= gram[a][k] * gram[b][k];
        }
        gram[a][b] = a == b ? Math.sqrt(sum) : sum / gram[b][b];
      }
    }
    return gram;
  }

  private static double[] solve(double[][] lower, double[] moment) {
    double[] x = moment.clone();
    for (int a = 0; a < x.length; a++) {
      for (int k = 0; k < a; k++) {
        x[a] -= lower[a][k] * x[k];
      }
      x[a] /= lower[a][a];
    }
    for (int a = x.length - 1; a >= 0; a--) {
      for (int k = a + 1; k < x.length; k++) {
        x[a] -= lower[k][a] * x[k];
      }
      x[a] /= lower[a][a];
    }
    return x;
  }
}
