/**
 * How good a model is: classification and trading metrics with their formulas and sources, and the
 * calibration that makes a confidence mean what it says.
 */
@NullMarked
package com.aicashevolution.evaluation;

import org.jspecify.annotations.NullMarked;
