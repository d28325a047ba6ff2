/**
 * Backtests and validations as jobs: the queue of those to come, the history of those that were,
 * and their files.
 *
 * <pre>
 *            +-> CANCELLED                  +-> SUCCEEDED
 *            |                              +-> FAILED      nothing to play, or something broke
 * QUEUED ----+--> RUNNING -----------------+-> CANCELLED   somebody asked
 *                                           +-> CRASHED     its trainer vanished
 * </pre>
 *
 * <p>At most one is RUNNING, across all replicas, and only so many wait; the database holds that.
 */
@NullMarked
package com.aicashevolution.trainer.backtest.jobs;

import org.jspecify.annotations.NullMarked;
