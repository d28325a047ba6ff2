/**
 * The market as this system sees it: symbols, timeframes, candles and the hours in which they
 * trade.
 *
 * <p>Not a data source: where candles come from and where they are kept is the platform's business.
 * Everything here is a value; times are UTC, prices are mid prices in quote currency, and a candle
 * is named by the instant it opens.
 */
@NullMarked
package com.aicashevolution.market;

import org.jspecify.annotations.NullMarked;
