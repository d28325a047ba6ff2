/**
 * Candles on their way in: files of other systems, candles posted over HTTP, the simulated market.
 *
 * <pre>
 *   file ─► .csv reads rows ─► survey: format, clock, price scale, spacing
 *                          ─► check:  every row, quality report      ─► refused, nothing written
 *                          ─► write:  batches ─► CandleStore
 * </pre>
 *
 * <p>A file is read three times rather than held in memory: nothing is written before everything
 * was understood. Not here: where candles are kept ({@code platform.candles}) and what is computed
 * from them.
 */
@NullMarked
package com.aicashevolution.api.marketdata;

import org.jspecify.annotations.NullMarked;
