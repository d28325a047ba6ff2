/**
 * Says how far each indicator moved an answer: Shapley values of the served probabilities.
 *
 * <pre>
 * journal row, or a fresh answer --window, id--> Explainer --a permit--> ServingModel.explain --> ExplanationResult
 *                                                   '-- too many at once: Busy
 * </pre>
 *
 * <p>A pure function of the row and the artifact: the orders in which indicators are exchanged
 * follow from the id of the prediction, and the background windows travel with the version. An
 * explanation costs some two thousand forward passes, so only so many run at a time.
 */
@NullMarked
package com.aicashevolution.inference.explain;

import org.jspecify.annotations.NullMarked;
