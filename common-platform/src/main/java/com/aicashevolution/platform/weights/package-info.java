/**
 * How much each indicator is trusted, and since when: versions of indicator weights per line and
 * timeframe, at most one of them in force.
 *
 * <pre>
 * trainer: optimizer --better?--&gt; WeightHistory (a version, the one before retires, an audit row)
 *                                      │ looked at every second
 *                                      ▼
 * inference, api:                 WeightsWatch (at once by a notice, else by the poll): the last
 *                                               known stay in force while the database is away
 * </pre>
 *
 * <p>No version in force means neutral weights: confidences stay as calibrated.
 */
@NullMarked
package com.aicashevolution.platform.weights;

import org.jspecify.annotations.NullMarked;
