/**
 * Fitting networks: what a fit is asked, what it answers, and how fits run beside each other.
 *
 * <pre>
 * Fold + seed + Hyperparameters + Stopping = FitTask
 * FitTask --Fitter--> FitOutcome (Fitted | Cancelled | Diverged) --KernelScores--> FoldFit
 * ParallelFits runs tasks in as many threads as there are cores; each fit is single-threaded, so
 * its result does not depend on its neighbours
 * </pre>
 *
 * <p>Pure Java: the library that fits is in the sub-package {@code dl4j}. A fit is a pure function
 * of its task; it neither reads a clock nor stores anything.
 */
@NullMarked
package com.aicashevolution.trainer.training;

import org.jspecify.annotations.NullMarked;
