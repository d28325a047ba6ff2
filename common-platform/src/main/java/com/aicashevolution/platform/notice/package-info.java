/**
 * Word from one process to the others that something in the database is new, so that they look at
 * once instead of at their next poll.
 *
 * <pre>
 * ModelRegistry, CandleStore, WeightHistory --after the commit--> Announcer --Redis--> NoticeBoard --> NoticeListener (each service's)
 * </pre>
 *
 * <p>A notice carries no data and is believed by nobody: who hears it asks the database. One that
 * is lost costs the wait until the poll that stands behind every listener, and nothing else.
 */
@NullMarked
package com.aicashevolution.platform.notice;

import org.jspecify.annotations.NullMarked;
