/**
 * Watches whether the market that a line's champion answers about is still the one its evidence is
 * from.
 *
 * <pre>
 * schedule, every day ─┐                 ┌─ BarCheck     newest bars against features, volatility
 * POST /drift-detection┴► DriftWatch ► LineCheck ─ AnswerCheck  journalled answers
 *                             │           └─ ResultCheck  what following them brought
 *                             ├─► drift_reports, and the audit log where the state of a line changes
 *                             └─► training queue, if an operator allows it, after a cool-down
 * </pre>
 *
 * <p>What is compared with is a file of the version's artifact. Too little data is said and never
 * judged. Nothing here changes who serves.
 */
@NullMarked
package com.aicashevolution.trainer.drift;

import org.jspecify.annotations.NullMarked;
