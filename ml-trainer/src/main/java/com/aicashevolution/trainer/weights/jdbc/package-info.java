/** Past predictions from PostgreSQL, table {@code ml_predictions}. */
@NullMarked
package com.aicashevolution.trainer.weights.jdbc;

import org.jspecify.annotations.NullMarked;
