package com.aicashevolution.platform.persistence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Holds what the database says was done to its schema against what this build brings, in one query
 * and without Flyway, which takes a second to start.
 *
 * <p>It knows one answer: both are the same, script by script and checksum by checksum, and nothing
 * failed. Whatever else it finds is for Flyway to judge. Flyway's callbacks leave no trace in the
 * history, so a build that changes one must bring a migration with it.
 */
final class SchemaHistory {

  private static final Pattern SCRIPT = Pattern.compile("V(?<version>\\d{1,9})__\\w+\\.sql");
  private static final String IN_FLYWAYS_SCHEMA =
      """
      select version, type, checksum, success from flyway_schema_history
       where tableoid = to_regclass(quote_ident(current_schema()) || '.flyway_schema_history')
      """;

  private final DataSource dataSource;
  private final Map<Integer, Integer> brought;

  /** The history in {@code dataSource}, and the scripts on our class path. */
  SchemaHistory(DataSource dataSource) {
    this.dataSource = dataSource;
    this.brought = scripts();
  }

  /**
   * The version of this build where the schema is exactly that.
   *
   * @throws FlywayException as Flyway would, if the server cannot be reached
   */
  Optional<String> versionIfSame() {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(IN_FLYWAYS_SCHEMA)) {
      Map<Integer, Integer> found = new HashMap<>();
      while (rows.next()) {
        String type = rows.getString("type");
        if (!rows.getBoolean("success")) {
          return Optional.empty();
        }
        if (type.equals("SQL") && rows.getString("version") != null) {
          found.put(rows.getInt("version"), rows.getInt("checksum"));
        } else if (!type.equals("BASELINE")) {
          return Optional.empty();
        }
      }
      return found.equals(brought)
          ? brought.keySet().stream().max(Comparator.naturalOrder()).map(String::valueOf)
          : Optional.empty();
    } catch (SQLException e) {
      if (ConnectionFailure.is(e.getSQLState())) {
        throw new FlywayException("the schema's history cannot be read", e);
      }
      return Optional.empty(); // no history yet, or none that we may read
    }
  }

  /** Checksum by version. */
  private static Map<Integer, Integer> scripts() {
    ClassLoader loader = SchemaHistory.class.getClassLoader();
    Map<Integer, Integer> checksums = new HashMap<>();
    try {
      for (Resource script :
          new PathMatchingResourcePatternResolver(loader)
              .getResources("classpath:db/migration/V*.sql")) {
        Matcher name = SCRIPT.matcher(String.valueOf(script.getFilename()));
        if (!name.matches()) {
          throw new IllegalStateException(
              "a migration must be named like V7__what_it_does.sql, was " + script.getFilename());
        }
        checksums.put(Integer.valueOf(name.group("version")), checksum(script));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Map.copyOf(checksums);
  }

  /** Flyway's: over the lines without their ends. */
  private static int checksum(Resource script) throws IOException {
    CRC32 crc = new CRC32();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(script.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        crc.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return (int) crc.getValue();
  }
}
