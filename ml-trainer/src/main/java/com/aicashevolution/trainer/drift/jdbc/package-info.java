/** Reports and journalled answers in PostgreSQL. */
@NullMarked
package com.aicashevolution.trainer.drift.jdbc;

import org.jspecify.annotations.NullMarked;
