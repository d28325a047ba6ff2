/**
 * How good a published version's answers are over any period, by the very examination the gate
 * uses. What it was fitted on is judged apart from what it was not. Changes nothing anywhere.
 */
@NullMarked
package com.aicashevolution.trainer.validation;

import org.jspecify.annotations.NullMarked;
