/** Tests of how often the drift checks are wrong. */
@NullMarked
package com.aicashevolution.drift.simulation;

import org.jspecify.annotations.NullMarked;
