/**
 * The shared cache in Redis.
 *
 * <p>Requests never connect: a background probe does, with growing pauses, and closes the circuit
 * when Redis answers. While it is open a look-up costs a volatile read.
 */
@NullMarked
package com.aicashevolution.platform.cache.redis;

import org.jspecify.annotations.NullMarked;
