/**
 * The front door of the system: keys, traffic split, market data, signals, and the way to the
 * services behind it.
 *
 * <pre>
 * caller -> door (platform.security, problem) -> gateway.web -> traffic: which version answers?
 *                                                   |              (registry, last known state)
 *                                                   +-> gateway.http -> ml-inference | ml-trainer
 *           signals.web, models.web  -> journal, registry (read directly)
 * </pre>
 */
@NullMarked
package com.aicashevolution.api;

import org.jspecify.annotations.NullMarked;
