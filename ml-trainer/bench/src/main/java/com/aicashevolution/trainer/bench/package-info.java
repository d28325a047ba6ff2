/**
 * How many samples a second a fit takes: DL4J as it comes, DL4J with our LSTM kernel, PyTorch, in
 * turns in one run, so that a busy or a slow machine disturbs all alike.
 *
 * <p>A tool for people, not a test. The way into DL4J's package is {@code FitContestant}.
 */
@NullMarked
package com.aicashevolution.trainer.bench;

import org.jspecify.annotations.NullMarked;
