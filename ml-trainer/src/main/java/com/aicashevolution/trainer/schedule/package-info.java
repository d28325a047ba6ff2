/**
 * When runs and checks happen by themselves, and which replica executes them.
 *
 * <pre>
 * training-runs       every second      executes the queued run, if there is one
 * training-weekly     Sunday 02:00 UTC  queues a run
 * training-monthly    1st, 03:00 UTC    queues a run
 * training-staleness  every six hours   queues a run if the newest model is too old, or there is none
 * training-fit        when dispatched   makes one fit of the run; one execution each, on any replica
 * drift-check         daily 22:30 UTC   checks every champion; tried again until all are checked
 * </pre>
 *
 * <p>Each task exists once in the database, whatever the number of replicas; whoever picks it holds
 * it by heartbeats. A trainer that dies loses it after a few missed ones: its fits are revived and
 * taken by others, and the next to pick {@code training-runs} finds a run that has no trainer and
 * goes on with it.
 */
@NullMarked
package com.aicashevolution.trainer.schedule;

import org.jspecify.annotations.NullMarked;
