/** Fits in PostgreSQL. */
@NullMarked
package com.aicashevolution.trainer.fits.jdbc;

import org.jspecify.annotations.NullMarked;
