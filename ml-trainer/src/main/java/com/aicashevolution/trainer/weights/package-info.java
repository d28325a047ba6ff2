/**
 * How much each indicator deserves to be trusted, learned from what past decisions brought.
 *
 * <pre>
 * journalled predictions + candles --triple barrier--&gt; PastDecision ─┐
 * a trader's trades      + candles ------------------&gt; PastDecision ─┤
 *                                                                    ▼
 *            earlier ones: WeightFit (importance, correlation, results with decay)
 *            later ones:   ImprovementTest against the weights in force (block bootstrap)
 *                                                                    ▼
 *            better, beyond doubt? --&gt; WeightHistory, else nothing changes
 * </pre>
 *
 * <p>Weights change the confidence of answers and hence which signals are acted on; they never
 * change a network. What is "better" and how often chance passes for it stands in {@link
 * com.aicashevolution.trainer.weights.ImprovementTest}.
 */
@NullMarked
package com.aicashevolution.trainer.weights;

import org.jspecify.annotations.NullMarked;
