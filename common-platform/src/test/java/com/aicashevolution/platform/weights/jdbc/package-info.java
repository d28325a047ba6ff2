/** Tests of the weights kept in PostgreSQL. */
@NullMarked
package com.aicashevolution.platform.weights.jdbc;

import org.jspecify.annotations.NullMarked;
