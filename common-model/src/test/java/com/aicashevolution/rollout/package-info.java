/** Tests of the traffic split: stickiness, monotony, shares. */
@NullMarked
package com.aicashevolution.rollout;

import org.jspecify.annotations.NullMarked;
