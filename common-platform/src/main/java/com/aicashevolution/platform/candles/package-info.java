/**
 * Keeping candles: the port through which all three services read and write {@code market_candles}.
 */
@NullMarked
package com.aicashevolution.platform.candles;

import org.jspecify.annotations.NullMarked;
