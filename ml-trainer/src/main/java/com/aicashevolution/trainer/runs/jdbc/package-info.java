/** Runs and what they tried, in PostgreSQL. */
@NullMarked
package com.aicashevolution.trainer.runs.jdbc;

import org.jspecify.annotations.NullMarked;
