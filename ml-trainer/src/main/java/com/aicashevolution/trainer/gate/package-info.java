/**
 * Whether a trained network may serve.
 *
 * <p>The gate reads the untouched tail and nothing else: configured minimums, and skill over the
 * best constant answer that is larger than chance explains. Its verdict is a list of checks with
 * numbers; a version that fails one is kept as rejected and never serves unless an operator forces
 * it by name.
 */
@NullMarked
package com.aicashevolution.trainer.gate;

import org.jspecify.annotations.NullMarked;
