/**
 * From a request to the window it is answered from: the newest stored candles, a client's newest
 * indicators over them, or a client's whole sequence.
 *
 * <pre>
 * CandleStore --latest(419)--> RecentCandles (in memory) --> WindowSource --> FeatureWindow[20,17]
 *                                 ^        ^                      ^
 *             notice of new candles        mark, twice a second   WindowInput
 * </pre>
 *
 * <p>A window is made again from its candles whenever one of them is new or corrected, which takes
 * less time than to ask for them; there is no second way to extend it that could come to other
 * bits.
 *
 * <p>Computes no feature of its own: that is {@link com.aicashevolution.feature.FeaturePipeline}'s,
 * the same for trainer and inference. Missing history is said, never filled.
 */
@NullMarked
package com.aicashevolution.inference.window;

import org.jspecify.annotations.NullMarked;
