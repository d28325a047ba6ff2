/**
 * Whether a trained network may serve.
 *
 * <p>The gate reads what no fit had seen: every seed out of fold and the published network on the
 * holdout. It wants configured minimums from the worst seed, skill over every baseline that is
 * larger than chance explains, and a holdout that agrees; too good to be true on real candles is a
 * suspicion and no pass. Its verdict is a list of checks with numbers; a version that fails one is
 * kept as rejected and never serves unless an operator forces it by name.
 *
 * <pre>
 * FoldPlan + baselines = WalkForwardExamination
 * FoldFit per fold and seed -> OutOfFold -> (refit) -> WalkForwardReport -> Evidence -> Gate
 * </pre>
 */
@NullMarked
package com.aicashevolution.trainer.gate;

import org.jspecify.annotations.NullMarked;
