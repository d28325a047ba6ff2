package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.StackFailure;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * A database as {@code DATABASE_URL} names it: {@code postgresql://user:password@host:port/name?…}
 * or a JDBC URL. {@link #toString} does not reveal the password.
 */
public final class DatabaseAddress {
  private final String jdbcUrl;
  private final Properties credentials;

  private DatabaseAddress(String jdbcUrl, Properties credentials) {
    this.jdbcUrl = jdbcUrl;
    this.credentials = credentials;
  }

  public static DatabaseAddress parse(String databaseUrl) {
    if (databaseUrl.startsWith("jdbc:postgresql:")) {
      return new DatabaseAddress(databaseUrl, new Properties());
    }
    if (!databaseUrl.startsWith("postgresql://") && !databaseUrl.startsWith("postgres://")) {
      throw new StackFailure(
          "DATABASE_URL must begin with postgresql://, postgres:// or jdbc:postgresql:.");
    }
    URI uri = URI.create(databaseUrl);
    Properties credentials = new Properties();
    String user = uri.getRawUserInfo();
    if (user != null) {
      int colon = user.indexOf(':');
      credentials.setProperty("user", decode(colon < 0 ? user : user.substring(0, colon)));
      if (colon >= 0) {
        credentials.setProperty("password", decode(user.substring(colon + 1)));
      }
    }
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    int port = uri.getPort() < 0 ? 5432 : uri.getPort();
    return new DatabaseAddress(
        "jdbc:postgresql://%s:%d%s%s".formatted(uri.getHost(), port, uri.getRawPath(), query),
        credentials);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, credentials);
  }

  @Override
  public String toString() {
    int query = jdbcUrl.indexOf('?');
    return query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
  }
}
