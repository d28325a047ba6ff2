/**
 * A complete stack of a measurement's own, in a folder that is deleted with it: a measurement that
 * kills, corrupts or overloads must not do it to anybody's models and predictions.
 *
 * <p>Made like any other stack, its candles posted and its first model trained over HTTP. Knows
 * what a measurement needs to begin, and nothing of what is measured.
 */
@NullMarked
package com.aicashevolution.localstack.stage;

import org.jspecify.annotations.NullMarked;
