/**
 * Answers that were given a moment ago, so that the same question gets the same answer and the same
 * {@code prediction_id}: in this process first, then in the cache the processes share.
 *
 * <p>A key carries everything an answer depends on, a value everything it takes to give it again.
 * Losing a cache makes answers slower and never wrong.
 */
@NullMarked
package com.aicashevolution.inference.cache;

import org.jspecify.annotations.NullMarked;
