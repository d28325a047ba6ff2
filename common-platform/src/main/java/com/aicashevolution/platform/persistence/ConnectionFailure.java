package com.aicashevolution.platform.persistence;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts a lost server into words, and tells a server that cannot be reached now from one that
 * refuses us, by SQLSTATE (PostgreSQL, Appendix A).
 */
final class ConnectionFailure {

  private static final String CONNECTION_EXCEPTIONS = "08";

  /** too_many_connections, admin_shutdown, crash_shutdown, cannot_connect_now. */
  private static final Set<String> PASSING = Set.of("53300", "57P01", "57P02", "57P03");

  private ConnectionFailure() {}

  /** What an operator reads: which server of whose choosing, and the deepest reason. */
  static String sentence(DatabaseUrl url, Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return "PostgreSQL at %s (DATABASE_URL) does not serve us: %s"
        .formatted(url.hosts(), message == null ? root.getClass().getSimpleName() : message);
  }

  static boolean is(@Nullable String sqlState) {
    return sqlState != null
        && (sqlState.startsWith(CONNECTION_EXCEPTIONS) || PASSING.contains(sqlState));
  }
}
