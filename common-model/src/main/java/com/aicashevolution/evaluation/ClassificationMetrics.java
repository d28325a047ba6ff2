package com.aicashevolution.evaluation;

import java.util.List;

/**
 * How well predicted classes and probabilities meet the labels.
 *
 * @param samples how many were judged
 * @param accuracy share of right answers
 * @param balancedAccuracy mean recall of the classes that occur
 * @param macroF1 mean F1 of the classes that occur
 * @param logLoss mean negative log of the probability given to the right class, nats
 * @param brier multi-class Brier score (Brier 1950), sum over classes, in [0, 2]
 * @param expectedCalibrationError mean |confidence − accuracy| over ten equal-width bins, weighted
 * @param confusion {@code [actual][predicted]} counts in class order SELL, HOLD, BUY
 */
public record ClassificationMetrics(
    int samples,
    double accuracy,
    double balancedAccuracy,
    double macroF1,
    double logLoss,
    double brier,
    double expectedCalibrationError,
    List<List<Integer>> confusion) {}
