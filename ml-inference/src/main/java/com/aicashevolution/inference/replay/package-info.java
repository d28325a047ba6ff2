/**
 * Gives past answers again, from their journal rows and the artifacts of their versions, and
 * compares every bit.
 *
 * <pre>
 * JournalArchive --pages--> ReplayAudit --row--> Replayer --version--> ModelResolver (memory, else fetched)
 *                               |                   |
 *                          AuditReport         ReplayResult: Identical | Different (first bit) | Damaged | NoModel
 * </pre>
 *
 * <p>Uses what serves, {@link com.aicashevolution.inference.engine.ServingModel} and {@link
 * com.aicashevolution.signal.SignalPolicy}, and reads neither candles nor caches: whatever the
 * market's history looks like by now, the row says what was answered from. The factor of the
 * indicator weights is taken from the row as well.
 */
@NullMarked
package com.aicashevolution.inference.replay;

import org.jspecify.annotations.NullMarked;
