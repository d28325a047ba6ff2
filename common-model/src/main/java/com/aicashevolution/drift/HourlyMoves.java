package com.aicashevolution.drift;

import com.aicashevolution.market.CandleSeries;
import java.util.ArrayList;
import java.util.List;

/**
 * How far each bar moved.
 *
 * @param hours hour of the day each bar opens in, UTC
 * @param range log true range less {@value #NET_MOVE_SHARE} of the net move: a trend widens ranges
 *     without being volatility
 * @param net log return
 * @param square its square
 */
record HourlyMoves(int[] hours, double[] range, double[] net, double[] square) {

  private static final int HOURS = 24;

  /** Leaves least of a steady trend in ranges that were made of a dozen quotes or more. */
  private static final double NET_MOVE_SHARE = 0.6;

  /** Keeps logarithms of bars that did not move finite. */
  private static final double LEAST_RANGE = 0.1;

  static HourlyMoves of(CandleSeries series) {
    int n = series.size();
    HourlyMoves moves = new HourlyMoves(new int[n], new double[n], new double[n], new double[n]);
    for (int i = 0; i < n; i++) {
      moves.hours[i] = (int) (Math.floorMod(series.openEpochSecond(i), 86_400L) / 3600);
      double before = i == 0 ? series.open(0) : series.close(i - 1);
      double high = Math.max(series.high(i), before);
      double low = Math.min(series.low(i), before);
      double move = StrictMath.log(series.close(i) / before);
      moves.range[i] = StrictMath.log(high / low) - NET_MOVE_SHARE * Math.abs(move);
      moves.net[i] = move;
      moves.square[i] = move * move;
    }
    return moves;
  }

  /** Mean by hour of the day; the mean of all where an hour has no bars or does not move. */
  List<Double> usual(double[] values) {
    double[] sum = new double[HOURS];
    int[] count = new int[HOURS];
    double all = 0;
    for (int i = 0; i < values.length; i++) {
      sum[hours[i]] += values[i];
      count[hours[i]]++;
      all += values[i] / values.length;
    }
    List<Double> usual = new ArrayList<>(HOURS);
    for (int hour = 0; hour < HOURS; hour++) {
      usual.add(sum[hour] > 0 ? sum[hour] / count[hour] : all);
    }
    requireUsual("history's mean move", usual);
    return usual;
  }

  /** Relative to {@link #usual} of ranges and squares. */
  RelativeMoves relativeTo(List<Double> usualRange, List<Double> usualSquare) {
    int n = hours.length;
    RelativeMoves relative = new RelativeMoves(new double[n], new double[n], new double[n]);
    for (int i = 0; i < n; i++) {
      double v = range[i] / usualRange.get(hours[i]);
      relative.logRange()[i] = StrictMath.log(Math.max(LEAST_RANGE, v));
      relative.square()[i] = square[i] / usualSquare.get(hours[i]);
      relative.move()[i] = net[i] / Math.sqrt(usualSquare.get(hours[i]));
    }
    return relative;
  }

  static void requireUsual(String name, List<Double> usual) {
    if (usual.size() != HOURS) {
      throw new IllegalArgumentException(name + " must be " + HOURS + ", were " + usual.size());
    }
    for (int hour = 0; hour < HOURS; hour++) {
      if (!(usual.get(hour) > 0 && usual.get(hour) < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            name + " of hour " + hour + " must be finite and > 0, was " + usual.get(hour));
      }
    }
  }
}
