/**
 * The seventeen technical indicators, computed by flat-array kernels of our own.
 *
 * <p>An {@link com.aicashevolution.indicator.IndicatorSnapshot} is a pure function of the last
 * {@value com.aicashevolution.indicator.IndicatorCalculator#LOOKBACK_BARS} complete candles and of
 * nothing else, so that training, serving and replay read the same bits. ta4j is the second opinion
 * in tests, never a different number in production.
 */
@NullMarked
package com.aicashevolution.indicator;

import org.jspecify.annotations.NullMarked;
