/**
 * One training run from stored candles to a published version, step by step.
 *
 * <pre>
 * dataset -> split -> fits (one per seed, in parallel) -> calibrate -> best on validation
 *         -> examine on the untouched tail -> gate -> publish (passed or not; a refused one as REJECTED)
 * </pre>
 *
 * <p>The pipeline knows what a run is asked and what it tells about itself on the way; that there
 * is a queue, a database or a web request it does not know.
 */
@NullMarked
package com.aicashevolution.trainer.pipeline;

import org.jspecify.annotations.NullMarked;
