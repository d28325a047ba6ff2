/**
 * How often the gate is wrong, counted: whole histories are simulated, fitted by something fast,
 * judged by the same walk-forward examination and the same gate as a run, and retrained as they
 * grow.
 *
 * <p>What is counted here is the gate and not a network: the fits are softmax regressions, a
 * thousand times faster than a recurrent network and on these histories as able to overfit a small
 * fold.
 */
@NullMarked
package com.aicashevolution.trainer.proof;

import org.jspecify.annotations.NullMarked;
