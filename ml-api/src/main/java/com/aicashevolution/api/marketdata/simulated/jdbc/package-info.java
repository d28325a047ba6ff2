/** The register of the simulated market in PostgreSQL, table {@code simulated_market}. */
@NullMarked
package com.aicashevolution.api.marketdata.simulated.jdbc;

import org.jspecify.annotations.NullMarked;
