package com.aicashevolution.evaluation;

/**
 * How much more often a model is right than a baseline, with what chance leaves of it.
 *
 * @param difference accuracy of the model minus accuracy of the baseline
 * @param lower one-sided lower confidence bound of the difference
 * @param confidence of the bound, in (0, 1)
 * @param blockBars bars per block of the bootstrap
 * @param blocks blocks the samples hold; with few of them the bound means little
 */
public record Skill(
    double difference, double lower, double confidence, int blockBars, int blocks) {}
