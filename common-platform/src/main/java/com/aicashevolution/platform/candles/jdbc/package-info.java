/** Candles in PostgreSQL, table {@code market_candles}. */
@NullMarked
package com.aicashevolution.platform.candles.jdbc;

import org.jspecify.annotations.NullMarked;
