/**
 * Training runs: the queue of those to come and the history of those that were.
 *
 * <pre>
 *            +-> CANCELLED                   +-> SUCCEEDED   the gate passed
 *            |                               +-> REJECTED    the gate refused
 * QUEUED ----+--> RUNNING ------------------+-> FAILED      too little data, or something broke
 *                                            +-> CANCELLED   somebody asked
 *                                            +-> CRASHED     three trainers vanished under it
 * </pre>
 *
 * <p>At most one run is RUNNING and at most one QUEUED, across all replicas; the database holds
 * that. A run whose trainer vanished or was shut down stays RUNNING and is gone on with by the next
 * one there is, with the plan and the candles it was begun with. A row is the truth about a run
 * whatever its end: a trainer that lost its row to another stops, and never writes to it again.
 */
@NullMarked
package com.aicashevolution.trainer.runs;

import org.jspecify.annotations.NullMarked;
