package com.aicashevolution.trainer.gate;

/**
 * How much more often a model is right than the best constant answer, with what chance leaves of
 * it.
 *
 * @param difference accuracy of the model minus accuracy of the constant
 * @param lower one-sided lower confidence bound of the difference
 * @param confidence of the bound, in (0, 1)
 * @param blockBars bars per block of the bootstrap
 * @param blocks blocks the tail holds; with few of them the bound means little
 */
public record Skill(
    double difference, double lower, double confidence, int blockBars, int blocks) {}
