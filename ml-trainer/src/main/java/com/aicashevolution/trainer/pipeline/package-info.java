/**
 * One training run from stored candles to a published version, step by step.
 *
 * <pre>
 * dataset -> (search on the oldest block) -> folds -> fits (fold x seed, in parallel) -> judge out of fold, beside the baselines
 *         -> refit the median seed on all but the holdout -> look at the holdout
 *         -> gate -> attribute -> publish (passed or not; a refused one as REJECTED)
 * </pre>
 *
 * <p>The pipeline knows what a run is asked and what it tells about itself on the way; that there
 * is a queue, a database or a web request it does not know.
 */
@NullMarked
package com.aicashevolution.trainer.pipeline;

import org.jspecify.annotations.NullMarked;
