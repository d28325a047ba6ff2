/**
 * The serving kernel: the forward pass of a published network over primitive arrays, in an order of
 * operations that does not depend on the machine (decision record 2).
 *
 * <pre>
 * LstmParameters ──► LstmForward ──► ForwardEngine ─┬─ ScalarForward   plain loops, the twin
 *   as published      checks shapes                 └─ VectorForward   packed weights,
 *                                                        VectorSums and VectorGates over lanes
 * </pre>
 *
 * <p>And the same arithmetic for fitting, one layer at a time (decision record 4):
 *
 * <pre>
 * LstmTraining ──► LaneTraining ─┬─ PlainTraining    plain loops, the twin
 *   chunks of samples            └─ VectorTraining   VectorGates, VectorCells, VectorStripes
 * </pre>
 *
 * <p>Not a training library: it computes hidden values and gradients; loss, optimiser and weights
 * are the caller's. Called by the trainer, to fit and to prove an artifact before it is published,
 * and by inference.
 */
@NullMarked
package com.aicashevolution.lstm;

import org.jspecify.annotations.NullMarked;
