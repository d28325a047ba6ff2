/**
 * What was the right answer at a bar: the triple barrier of López de Prado (2018, chapter 3), with
 * the spread charged.
 *
 * <p>The labels that train a model and the outcomes that judge it are resolved by this same code.
 */
@NullMarked
package com.aicashevolution.label;

import org.jspecify.annotations.NullMarked;
