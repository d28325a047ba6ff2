/** Weights in PostgreSQL, table {@code ml_indicator_weights}. */
@NullMarked
package com.aicashevolution.platform.weights.jdbc;

import org.jspecify.annotations.NullMarked;
