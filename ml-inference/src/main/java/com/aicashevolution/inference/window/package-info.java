/**
 * From a request to the window it is answered from: the newest stored candles, a client's newest
 * indicators over them, or a client's whole sequence.
 *
 * <pre>
 * CandleStore --latest(419)--> RecentCandles (a second or two old) --> WindowSource --> FeatureWindow[20,17]
 *                                                      WindowInput ------^
 * </pre>
 *
 * <p>Computes no feature of its own: that is {@link com.aicashevolution.feature.FeaturePipeline}'s,
 * the same for trainer and inference. Missing history is said, never filled.
 */
@NullMarked
package com.aicashevolution.inference.window;

import org.jspecify.annotations.NullMarked;
