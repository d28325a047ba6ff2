/**
 * The registry in PostgreSQL: versions in {@code ml_models}, who serves in {@code ml_lines}, what
 * happened in {@code ml_rollouts}.
 */
@NullMarked
package com.aicashevolution.platform.registry.jdbc;

import org.jspecify.annotations.NullMarked;
