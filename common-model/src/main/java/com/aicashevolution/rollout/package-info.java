/**
 * Who is answered by which version: a sticky, stateless split of traffic between champion and
 * challenger.
 */
@NullMarked
package com.aicashevolution.rollout;

import org.jspecify.annotations.NullMarked;
