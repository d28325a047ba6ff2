package com.aicashevolution.attribution;

/**
 * Shapley values by their definition, over all coalitions: {@code φᵢ = Σ_S |S|! (n − |S| − 1)! / n!
 * (v(S ∪ i) − v(S))}, v(S) the mean over the background of the answer with S from the window. For a
 * handful of players.
 */
final class ExactShapley {

  private ExactShapley() {}

  static double[] of(AttributedModel model, int rows, int players, float[] x, float[] background) {
    int length = rows * players;
    int outputs = model.outputs();
    double[][] value = new double[1 << players][outputs];
    for (int coalition = 0; coalition < value.length; coalition++) {
      int n = background.length / length;
      for (int b = 0; b < n; b++) {
        float[] mixed = new float[length];
        for (int i = 0; i < length; i++) {
          boolean in = ((coalition >> (i % players)) & 1) == 1;
          mixed[i] = in ? x[i] : background[b * length + i];
        }
        double[] answers = new double[outputs];
        model.evaluate(mixed, 1, answers);
        for (int k = 0; k < outputs; k++) {
          value[coalition][k] += answers[k] / n;
        }
      }
    }
    double[] phi = new double[players * outputs];
    for (int player = 0; player < players; player++) {
      for (int coalition = 0; coalition < value.length; coalition++) {
        if (((coalition >> player) & 1) == 1) {
          continue;
        }
        int size = Integer.bitCount(coalition);
        double weight = factorial(size) * factorial(players - size - 1) / factorial(players);
        for (int k = 0; k < outputs; k++) {
          double gain = value[coalition | (1 << player)][k] - value[coalition][k];
          phi[player * outputs + k] += weight * gain;
        }
      }
    }
    return phi;
  }

  private static double factorial(int n) {
    return n <= 1 ? 1 : n * factorial(n - 1);
  }
}
