package com.aicashevolution.platform.persistence;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where PostgreSQL is and who asks, read from {@code postgresql://user:password@host:port/database?
 * sslmode=…} as hosting providers hand it out, or from a {@code jdbc:postgresql:} URL.
 *
 * <p>No message and no {@link #toString()} ever holds the password, nor any part of the text it was
 * read from: where a password was not percent-encoded, any part may be a piece of it.
 *
 * @param hosts {@code host:port}, several separated by commas; IPv6 addresses in brackets
 * @param user decoded; empty where the URL names none
 * @param password decoded; empty where the URL has none
 * @param parameters of the driver, in its own spelling
 */
public record DatabaseUrl(
    String hosts, String database, String user, String password, Map<String, String> parameters) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:jdbc:)?postgres(?:ql)?://(?:(?<user>[^:@/?#]*)(?::(?<password>[^/?#]*))?@)?"
              + "(?<hosts>[^/?#@]*)(?:/(?<database>[^?#/]*))?(?:\\?(?<query>[^#]*))?");
  private static final Pattern HOST =
      Pattern.compile("(?:\\[[0-9A-Fa-f:.%]+]|[A-Za-z0-9._-]+)(?::(?<port>\\d{1,5}))?");

  public DatabaseUrl {
    parameters = Map.copyOf(parameters);
  }

  /**
   * Reads {@code text}.
   *
   * @throws IllegalArgumentException saying what is wrong without quoting the text
   */
  public static DatabaseUrl of(String text) {
    Matcher url = FORM.matcher(text.strip());
    if (!url.matches()) {
      throw new IllegalArgumentException(
          text.strip().matches("(?:jdbc:)?postgres(?:ql)?://.*")
              ? "it cannot be split into user, password, host and database; characters such as"
                  + " / ? # @ in a password must be percent-encoded"
              : "it must begin with postgresql:// or jdbc:postgresql://");
    }
    Map<String, String> parameters = new TreeMap<>(DatabaseUrlParameters.read(url.group("query")));
    String user = parameters.remove("user");
    String password = parameters.remove("password");
    return new DatabaseUrl(
        hosts(url.group("hosts")),
        database(url.group("database")),
        url.group("user") == null ? orEmpty(user) : decode(url.group("user")),
        url.group("password") == null ? orEmpty(password) : decode(url.group("password")),
        parameters);
  }

  /** The same place in the driver's form, without user and password. */
  public String jdbcUrl() {
    return "jdbc:postgresql://" + hosts + "/" + DatabaseUrlParameters.encode(database);
  }

  private static String hosts(String text) {
    StringBuilder hosts = new StringBuilder();
    for (String host : text.split(",", -1)) {
      Matcher matcher = HOST.matcher(host);
      if (!matcher.matches()) {
        throw new IllegalArgumentException(
            host.isEmpty()
                ? "it names no host"
                : "its host must be a name or address with an optional port such as"
                    + " db.example.com:5432 or [::1]:5432");
      }
      int port = matcher.group("port") == null ? 5432 : Integer.parseInt(matcher.group("port"));
      if (port < 1 || port > 65_535) {
        throw new IllegalArgumentException("its port must be in [1, 65535]");
      }
      String name = matcher.group("port") == null ? host : host.substring(0, matcher.start(1) - 1);
      hosts.append(hosts.isEmpty() ? "" : ",").append(name).append(':').append(port);
    }
    return hosts.toString();
  }

  private static String database(String text) {
    if (text == null || text.isEmpty()) {
      throw new IllegalArgumentException("it names no database after the host");
    }
    return decode(text);
  }

  @SuppressWarnings("UnusedException") // its message holds the text, which may be a secret
  static String decode(String text) {
    try {
      // A plus is a plus here: only the decoder of HTML forms makes it a space.
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "it has a % that is not followed by two hexadecimal digits; write %25 for a percent"
              + " sign");
    }
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }

  @Override
  public String toString() {
    return "postgresql://" + (user.isEmpty() ? "" : user + "@") + hosts + "/" + database;
  }
}
