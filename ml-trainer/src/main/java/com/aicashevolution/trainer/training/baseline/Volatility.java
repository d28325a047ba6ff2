package com.aicashevolution.trainer.training.baseline;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleSet;
import java.util.Arrays;

/**
 * Knows how much the price moves and nothing of where to: the class shares of the training part in
 * cells of recent volatility. Barriers are measured in ATR, so HOLD is the likelier the calmer the
 * last bars were beside the ATR; on a pure random walk this beats the class prior without any edge.
 *
 * <p>Two measures, each cut into five by its quantiles over the training part: the mean absolute
 * change of close over the last {@value #SHORT} bars over the ATR, and the ATR over its mean of the
 * last {@value #LONG} bars. Shares are smoothed by one count per class.
 */
public final class Volatility implements Baseline {

  private static final int SHORT = 6;
  private static final int LONG = 20;
  private static final int CUTS = 5;

  @Override
  public String name() {
    return "volatility";
  }

  @Override
  public boolean learned() {
    return false;
  }

  @Override
  public float[] probabilities(Fold fold) {
    double[][] train = measures(fold.train());
    double[][] quantiles = {quantiles(train[0]), quantiles(train[1])};
    double[][] counts = new double[CUTS * CUTS][Direction.COUNT];
    for (double[] cell : counts) {
      Arrays.fill(cell, 1);
    }
    for (int i = 0; i < fold.train().size(); i++) {
      counts[cell(train, quantiles, i)][fold.train().label(i).ordinal()]++;
    }
    double[][] test = measures(fold.test());
    float[] probabilities = new float[fold.test().size() * Direction.COUNT];
    for (int i = 0; i < fold.test().size(); i++) {
      double[] cell = counts[cell(test, quantiles, i)];
      double sum = cell[0] + cell[1] + cell[2];
      for (int c = 0; c < Direction.COUNT; c++) {
        probabilities[i * Direction.COUNT + c] = (float) (cell[c] / sum);
      }
    }
    return probabilities;
  }

  private static double[][] measures(SampleSet samples) {
    double[] moves = new double[samples.size()];
    double[] stretch = new double[samples.size()];
    for (int i = 0; i < samples.size(); i++) {
      FeatureMatrix matrix = samples.symbolSamples(i).matrix();
      int bar = samples.bar(i);
      double atr = matrix.atrAt(bar);
      moves[i] = meanMove(matrix.series(), bar) / atr;
      stretch[i] = atr / meanAtr(matrix, bar);
    }
    return new double[][] {moves, stretch};
  }

  private static double meanMove(CandleSeries series, int bar) {
    double sum = 0;
    for (int b = bar - SHORT + 1; b <= bar; b++) {
      sum += Math.abs(series.close(b) - series.close(b - 1));
    }
    return sum / SHORT;
  }

  private static double meanAtr(FeatureMatrix matrix, int bar) {
    double sum = 0;
    for (int b = bar - LONG + 1; b <= bar; b++) {
      sum += matrix.atrAt(b);
    }
    return sum / LONG;
  }

  private static double[] quantiles(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] quantiles = new double[CUTS - 1];
    for (int q = 1; q < CUTS; q++) {
      quantiles[q - 1] = sorted[sorted.length * q / CUTS];
    }
    return quantiles;
  }

  private static int cell(double[][] measures, double[][] quantiles, int i) {
    return CUTS * rank(quantiles[0], measures[0][i]) + rank(quantiles[1], measures[1][i]);
  }

  private static int rank(double[] quantiles, double value) {
    int rank = 0;
    while (rank < quantiles.length && value >= quantiles[rank]) {
      rank++;
    }
    return rank;
  }
}
