/**
 * Questions to a service as fast as they come due, over plain sockets, by a generator that is light
 * enough to share two cores with what it measures.
 *
 * <p>A request's latency counts from the moment it was due, not from the moment a connection was
 * free for it: a service that stalls cannot hide the requests it kept from being sent (Tene,
 * coordinated omission). Knows answers to predictions, and nothing of what is claimed about them.
 */
@NullMarked
package com.aicashevolution.localstack.load;

import org.jspecify.annotations.NullMarked;
