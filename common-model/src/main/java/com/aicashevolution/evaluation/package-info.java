/**
 * How good a model is: classification and trading metrics with their formulas and sources, the
 * calibration that makes a confidence mean what it says, and how much of a result may be luck.
 *
 * <pre>
 * labels, probabilities ─► ClassificationMetrics · ReliabilityDiagram · ConformalClassifier
 * decisions, results    ─► TradingMetrics (what was earned) · TradeRisk (how unevenly)
 * returns, trials       ─► SharpeRatio: probabilistic, deflated, minimum track record
 * </pre>
 *
 * <p>Nothing here decides: the gate does, with these numbers. Everything is a pure function of its
 * arguments and refuses what is not finite or not of the right length.
 */
@NullMarked
package com.aicashevolution.evaluation;

import org.jspecify.annotations.NullMarked;
