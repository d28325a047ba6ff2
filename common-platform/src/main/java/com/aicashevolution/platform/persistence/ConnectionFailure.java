package com.aicashevolution.platform.persistence;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a server that cannot be reached now from one that refuses us, by SQLSTATE (PostgreSQL,
 * Appendix A).
 */
final class ConnectionFailure {

  private static final String CONNECTION_EXCEPTIONS = "08";

  /** too_many_connections, admin_shutdown, crash_shutdown, cannot_connect_now. */
  private static final Set<String> PASSING = Set.of("53300", "57P01", "57P02", "57P03");

  private ConnectionFailure() {}

  static boolean is(@Nullable String sqlState) {
    return sqlState != null
        && (sqlState.startsWith(CONNECTION_EXCEPTIONS) || PASSING.contains(sqlState));
  }
}
