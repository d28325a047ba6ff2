/**
 * What needs no network: the answers a version must beat on the same samples, cut and fitted like
 * those of a network, before anybody believes in it.
 *
 * <p>Class prior, the last bar's move carried on or taken back, volatility alone; with {@code
 * tribuo} the textbook's logistic regression and gradient-boosted trees.
 */
@NullMarked
package com.aicashevolution.trainer.training.baseline;

import org.jspecify.annotations.NullMarked;
