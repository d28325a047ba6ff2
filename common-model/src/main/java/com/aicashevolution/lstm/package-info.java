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
 * <p>Not a training library: weights come from an artifact and are never changed here. Called by
 * the trainer, to prove an artifact before it is published, and by inference.
 */
@NullMarked
package com.aicashevolution.lstm;

import org.jspecify.annotations.NullMarked;
