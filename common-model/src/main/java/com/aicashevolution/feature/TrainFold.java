package com.aicashevolution.feature;

import java.util.List;

/**
 * The bars a model may learn from. Whatever is fitted before the network, is fitted on one of these
 * and on nothing else: there is no way to hand a whole history to a fit.
 *
 * @param parts runs of bars, one or more per symbol; together they have at least one row
 */
public record TrainFold(List<Part> parts) {

  public TrainFold {
    parts = List.copyOf(parts);
    if (parts.stream().mapToInt(Part::rows).sum() == 0) {
      throw new IllegalArgumentException("a fold must have at least one row, had none");
    }
  }

  /** Feature rows in all parts. */
  public int rows() {
    return parts.stream().mapToInt(Part::rows).sum();
  }

  /**
   * Bars {@code [fromBar, toBar)} of one series.
   *
   * @param matrix rows of the series
   * @param fromBar first bar, with a row in {@code matrix}
   * @param toBar exclusive end
   */
  public record Part(FeatureMatrix matrix, int fromBar, int toBar) {

    public Part {
      int end = matrix.series().size();
      if (fromBar < matrix.firstBar() || fromBar > toBar || toBar > end) {
        throw new IllegalArgumentException(
            "bars must lie in ["
                + matrix.firstBar()
                + ", "
                + end
                + "), were ["
                + fromBar
                + ", "
                + toBar
                + ")");
      }
    }

    public int rows() {
      return toBar - fromBar;
    }
  }
}
