/**
 * The shared cache in Redis.
 *
 * <p>Requests never connect: a background probe does, with growing pauses, and closes the circuit
 * when Redis answers. While it is open a look-up costs a volatile read.
 *
 * <p>Look-ups of many requests share a round trip, and nobody waits for a write: a computation
 * takes less time than a round trip, so the far cache must cost an answer as little as it can.
 */
@NullMarked
package com.aicashevolution.platform.cache.redis;

import org.jspecify.annotations.NullMarked;
