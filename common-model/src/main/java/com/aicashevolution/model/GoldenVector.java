package com.aicashevolution.model;

/**
 * A standardized window and what the training library answered to it. Serving recomputes the answer
 * before it trusts the weights.
 *
 * @param input row-major {@code [20, 17]}, standardized
 * @param output softmax in class order SELL, HOLD, BUY, before calibration
 */
public record GoldenVector(float[] input, float[] output) {}
