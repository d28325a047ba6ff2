package com.aicashevolution.trainer.proof;

/**
 * What a measurement found.
 *
 * @param figure the number with its unit, for the last line
 * @param holds whether it meets the goal
 * @param detail what was measured, for the sceptic; may have several lines
 */
public record Finding(String figure, boolean holds, String detail) {}
