/**
 * The fits of a run, shared by all trainers there are.
 *
 * <pre>
 * coordinator                 PostgreSQL                        every replica, the coordinator's too
 * ───────────                 ──────────                        ────────────────────────────────────
 * FitOrders ──post──────────&gt; ml_fits (waiting)
 *           ──dispatch──────&gt; one execution a fit ──────picked──&gt; FitWorker.claim (running)
 *                                       ^  heartbeats               RunDataCache: same candles?
 *                                       │  dead after four ──&gt;      same bytes, or refused
 *                                       └── revived, picked by      Fitter
 *                                           another            &lt;──  finish (done) / release / fail
 * waits, collects in order &lt;──────────── states, outcomes
 * </pre>
 *
 * <p>A fit is a pure function of its order and of the run's data, so it does not matter who makes
 * it, nor whether two do: the first result is kept, and it is the same bytes. A replica that does
 * not read the very candles the coordinator read gives its fits back and says which symbol differs.
 * Called by the training pipeline; how a fit is made is {@code training}'s, when it is claimed is
 * {@code schedule.dbscheduler}'s.
 */
@NullMarked
package com.aicashevolution.trainer.fits;

import org.jspecify.annotations.NullMarked;
