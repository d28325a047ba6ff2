/**
 * Which versions exist, what became of them, and who serves: the one truth about models. Every
 * change of it is written to {@code ml_rollouts} and {@code audit_log} in the same transaction.
 */
@NullMarked
package com.aicashevolution.platform.registry;

import org.jspecify.annotations.NullMarked;
