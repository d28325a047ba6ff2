/** Jobs in PostgreSQL. */
@NullMarked
package com.aicashevolution.trainer.backtest.jobs.jdbc;

import org.jspecify.annotations.NullMarked;
