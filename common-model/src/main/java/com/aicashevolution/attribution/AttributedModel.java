package com.aicashevolution.attribution;

/** A function of windows whose answers are to be explained. Need not be thread-safe. */
public interface AttributedModel {

  /** Answers per window, at least one. */
  int outputs();

  /**
   * Answers {@code count} windows.
   *
   * @param windows row-major {@code [count, rows, players]}, not to be kept or changed
   * @param answers receives {@code [count, outputs]}; must be finite
   */
  void evaluate(float[] windows, int count, double[] answers);
}
