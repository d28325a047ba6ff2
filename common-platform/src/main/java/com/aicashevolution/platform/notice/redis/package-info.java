/**
 * Notices over Redis' publish and subscribe, on the channel {@code ml:notices}.
 *
 * <p>Redis may be lost and come back at any time: the subscription is taken up again by the client,
 * and what was said meanwhile is gone.
 */
@NullMarked
package com.aicashevolution.platform.notice.redis;

import org.jspecify.annotations.NullMarked;
