/**
 * What a fitted network uses: the importance of every indicator in its served answers, and the
 * background windows with which serving explains single predictions.
 *
 * <pre>
 * training samples --seed--&gt; background ─┐
 *                                        ├─► Shapley values ─► importance, in the manifest
 * holdout, spread evenly ────────────────┘
 * </pre>
 *
 * <p>Called once per published version, after the refit: it changes nothing about the network and
 * nothing about its verdict.
 */
@NullMarked
package com.aicashevolution.trainer.attribution;

import org.jspecify.annotations.NullMarked;
