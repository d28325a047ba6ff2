/**
 * Why a network answered as it did: Shapley values over the seventeen indicators.
 *
 * <pre>
 * window x ──┐                                   ┌─► Attribution: φ per indicator and class, Σφ = f(x) − f(base)
 *            ├─► ShapleyAttribution ─► batches ──┤
 * background ┘        (seed)           ▲         └─► GlobalImportance: mean |φ| over many windows
 *                                      │
 *                        AttributedModel: the serving kernel, or any function of windows
 * </pre>
 *
 * <p>Values say what the model used, not what moves the market. Called by inference for the
 * explanation of one prediction and by the trainer for the importance in the manifest; neither
 * computes an attribution on its own.
 */
@NullMarked
package com.aicashevolution.attribution;

import org.jspecify.annotations.NullMarked;
