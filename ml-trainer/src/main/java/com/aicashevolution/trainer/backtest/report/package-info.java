/**
 * A backtest as files a person can keep: one HTML page that asks nothing of any server, a picture,
 * the trades, and the figures.
 *
 * <p>The same result gives the same bytes; the picture on the same fonts.
 */
@NullMarked
package com.aicashevolution.trainer.backtest.report;

import org.jspecify.annotations.NullMarked;
