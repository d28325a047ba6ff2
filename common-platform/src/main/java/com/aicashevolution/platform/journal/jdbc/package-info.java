/** The journal in PostgreSQL, table {@code ml_predictions}, a partition a month. */
@NullMarked
package com.aicashevolution.platform.journal.jdbc;

import org.jspecify.annotations.NullMarked;
