package com.aicashevolution.drift;

/**
 * How far each bar moved, relative to what is usual for its hour of the day.
 *
 * @param logRange ln v
 * @param square u, mean about 1
 * @param move signed, its square is u
 */
record RelativeMoves(double[] logRange, double[] square, double[] move) {}
