package com.aicashevolution.trainer.dataset;

import com.aicashevolution.market.Symbol;
import java.time.Instant;

/**
 * The candles a run was fed of one symbol, so that they can be read again and told from others.
 *
 * @param firstBar open time of the first
 * @param lastBar open time of the last
 * @param hash {@link DataHash} over this series alone
 */
public record RecordedSeries(Symbol symbol, Instant firstBar, Instant lastBar, String hash) {}
