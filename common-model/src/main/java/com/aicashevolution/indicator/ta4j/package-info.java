/**
 * The border to ta4j: our candles as its bars.
 *
 * <p>ta4j is the second opinion on the indicators, asked in tests and never in production, and the
 * source of criteria for backtests. What it computes never replaces a number of ours; where the two
 * conventions differ is written in {@code docs/adr/0001-ta4j-second-opinion.md}.
 */
@NullMarked
package com.aicashevolution.indicator.ta4j;

import org.jspecify.annotations.NullMarked;
