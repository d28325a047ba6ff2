package com.aicashevolution.trainer.fits;

/**
 * Names a fit across processes.
 *
 * @param number of the fit within its run
 */
public record FitRef(String trainingId, int number) {

  /** Reads what {@link #toString()} wrote. */
  public static FitRef parse(String text) {
    int slash = text.lastIndexOf('/');
    if (slash < 1) {
      throw new IllegalArgumentException("a fit is named run/number, was '" + text + "'");
    }
    return new FitRef(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return trainingId + "/" + number;
  }
}
