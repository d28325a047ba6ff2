/**
 * What the system says: direction, probabilities, and the policy that turns a calibrated confidence
 * into a recommendation.
 */
@NullMarked
package com.aicashevolution.signal;

import org.jspecify.annotations.NullMarked;
