/**
 * How often the drift checks are wrong: replays of markets that do not drift, and of the same
 * markets with their volatility doubled at a known bar. Called by {@code ./ml prove drift} and by
 * this module's tests; no service calls it.
 */
@NullMarked
package com.aicashevolution.drift.simulation;

import org.jspecify.annotations.NullMarked;
