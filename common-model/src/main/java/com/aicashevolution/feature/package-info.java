/**
 * From indicators to what the network sees: a stationary row per bar, a window of twenty rows, and
 * the standardizer that was fitted on the training fold.
 *
 * <pre>
 * candles[400] -> IndicatorSnapshot(17) -> FeatureTransform -> row(17) --x20--> FeatureWindow[20,17] -> Standardizer -> network
 * </pre>
 *
 * <p>Called by the trainer and by inference; neither computes a feature on its own.
 */
@NullMarked
package com.aicashevolution.feature;

import org.jspecify.annotations.NullMarked;
