/**
 * Every answer has its row before it is given.
 *
 * <pre>
 * requests --submit--> queue --batch--> GroupCommit --append--> FailoverJournal --+--> Postgres (ml_predictions)
 *     ^                                     |                                     |        ^
 *     +--------------- Receipt -------------+                                     +--> Spool --SpoolReplay
 * </pre>
 *
 * <p>One thread writes, so that one commit carries every entry that arrived while the one before it
 * was under way. While Postgres does not answer, entries go to the fsynced spool and from there, in
 * order and once each by their id, to Postgres when it is back. When neither takes an entry, the
 * caller is told so and gives no answer.
 *
 * <p>Not the table itself: that is the platform's {@link
 * com.aicashevolution.platform.journal.PredictionJournal}.
 */
@NullMarked
package com.aicashevolution.inference.journal;

import org.jspecify.annotations.NullMarked;
