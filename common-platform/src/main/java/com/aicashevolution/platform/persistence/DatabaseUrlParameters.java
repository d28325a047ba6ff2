package com.aicashevolution.platform.persistence;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of a database URL after the question mark. libpq's names are translated to the driver's,
 * hints that providers add for other clients are dropped, and everything else must be a parameter
 * of the driver: a misspelt {@code sslmode} would otherwise switch encryption off without a word.
 */
final class DatabaseUrlParameters {

  private static final Map<String, String> LIBPQ =
      Map.of(
          "application_name", "ApplicationName",
          "channel_binding", "channelBinding",
          "connect_timeout", "connectTimeout",
          "gssencmode", "gssEncMode",
          "keepalives", "tcpKeepAlive",
          "target_session_attrs", "targetServerType");

  /**
   * Written for Prisma, SQLAlchemy or the provider's own pooler; they mean nothing to the driver.
   */
  private static final Set<String> FOREIGN_HINTS =
      Set.of("pgbouncer", "connection_limit", "pool_timeout", "statement_cache_size", "supa");

  private static final Set<String> SSL_MODES =
      Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

  private DatabaseUrlParameters() {}

  static Map<String, String> read(@Nullable String query) {
    Map<String, String> parameters = new TreeMap<>();
    if (query == null) {
      return parameters;
    }
    Arrays.stream(query.split("&"))
        .filter(part -> !part.isEmpty())
        .forEach(
            part -> {
              int equals = part.indexOf('=');
              if (equals < 1) {
                throw new IllegalArgumentException(
                    "its parameters must look like ?name=value&name=value");
              }
              String name = DatabaseUrl.decode(part.substring(0, equals));
              put(parameters, name, DatabaseUrl.decode(part.substring(equals + 1)));
            });
    return parameters;
  }

  private static void put(Map<String, String> parameters, String name, String value) {
    if (FOREIGN_HINTS.contains(name)) {
      return;
    }
    String driverName = LIBPQ.getOrDefault(name, name);
    if (!KnownToTheDriver.NAMES.contains(driverName)) {
      throw new IllegalArgumentException(
          "its parameters include one that the driver does not know: '" + name + "'");
    }
    if (driverName.equals("sslmode") && !SSL_MODES.contains(value)) {
      throw new IllegalArgumentException(
          "its sslmode must be one of disable, allow, prefer, require, verify-ca, verify-full");
    }
    parameters.put(driverName, driverValue(name, value));
  }

  private static String driverValue(String name, String value) {
    return switch (name) {
      case "keepalives" -> value.equals("0") ? "false" : "true";
      case "target_session_attrs" ->
          switch (value) {
            case "read-write", "primary" -> "primary";
            case "read-only", "standby" -> "secondary";
            case "prefer-standby" -> "preferSecondary";
            default -> "any";
          };
      default -> value;
    };
  }

  /** As a segment of the driver's URL, which it decodes again. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Asked once, and only where a URL has parameters. */
  private static final class KnownToTheDriver {

    static final Set<String> NAMES = names();

    private static Set<String> names() {
      String anywhere = "jdbc:postgresql://localhost/any";
      try {
        DriverPropertyInfo[] known =
            DriverManager.getDriver(anywhere).getPropertyInfo(anywhere, new Properties());
        return Arrays.stream(known).map(info -> info.name).collect(Collectors.toUnmodifiableSet());
      } catch (SQLException e) {
        throw new IllegalStateException("PostgreSQL's driver must be on the class path", e);
      }
    }
  }
}
