/**
 * Looks for the future where it must not be: whether what a network is shown at a bar could have
 * been known when the bar closed, and whether the parts of a fold know nothing of each other.
 *
 * <pre>
 *                       ┌ FutureCanary        features and labels do not change with bars to come
 * TrainingPath ─────────┼ SplitCanary         order, purge, embargo, holdout, rows of the standardizer
 *   candles → dataset   ├ StandardizerCanary  does not change with rows outside the training part
 *   → folds → windows   └ ChanceCanary        nobody foretells the direction of a random walk
 * </pre>
 *
 * <p>The first two are cheap and watch every training run on its own candles; what they find is a
 * reason for the gate. All four hold the whole path against planted leaks on every build. Nothing
 * here knows how a network is fitted.
 */
@NullMarked
package com.aicashevolution.trainer.leak;

import org.jspecify.annotations.NullMarked;
