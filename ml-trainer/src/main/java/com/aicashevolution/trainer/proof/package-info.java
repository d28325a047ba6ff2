/**
 * What the trainer promises, measured: {@link com.aicashevolution.trainer.proof.Proof}s, each a
 * simulation of its own that anybody can repeat.
 *
 * <p>{@code noise} counts how often the gate is wrong: whole histories are simulated, fitted by
 * something fast, judged by the same walk-forward examination and the same gate as a run, and
 * retrained as they grow. What is counted is the gate and not a network: the fits are softmax
 * regressions, a thousand times faster than a recurrent network and on these histories as able to
 * overfit a small fold. {@code leaks} plants five leaks into the path from candles to windows and
 * counts what the canaries notice. {@code calibration} fits the networks of a default run and asks
 * whether their confidence means what it says.
 */
@NullMarked
package com.aicashevolution.trainer.proof;

import org.jspecify.annotations.NullMarked;
