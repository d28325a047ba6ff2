/**
 * What a network is taught: bars with a full window and a settled label, cut chronologically into
 * parts that know nothing of each other.
 *
 * <pre>
 * CandleStore -> CandleSeries -> FeatureMatrix ---+
 *                     |                           +-> SymbolSamples -> Dataset -> WalkForward -> FoldPlan
 *                     +------> TripleBarrier -----+
 * </pre>
 *
 * <p>A sample is a bar of a feature matrix; its window is a view of twenty rows and is never copied
 * but into a minibatch. Called by the training pipeline; nothing here knows a network.
 */
@NullMarked
package com.aicashevolution.trainer.dataset;

import org.jspecify.annotations.NullMarked;
