package com.aicashevolution.evaluation;

/**
 * A figure between two bounds.
 *
 * @param value what was measured
 * @param lower one-sided lower bound
 * @param upper one-sided upper bound
 * @param confidence of each bound, in (0, 1)
 */
public record Interval(double value, double lower, double upper, double confidence) {}
