package com.aicashevolution.platform.persistence;

import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.output.ValidateResult;

/**
 * Makes one attempt to bring the schema to the version of this build.
 *
 * <p>A database that is not empty, such as a hosting provider's, is taken over only as far as our
 * tables do not exist in it yet.
 */
public final class SchemaMigrator {

  private static final String BEFORE_THE_FIRST = "0";
  private static final String HALF_MADE = "Unable to baseline schema history table";
  private static final int MOST_LOOKS = 10;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

  private final DataSource dataSource;
  private final boolean migrate;
  private final SchemaHistory history;

  /**
   * @param dataSource without a limit on silence: a migration may think for minutes
   * @param migrate whether to change the schema or only to look at it
   */
  public SchemaMigrator(DataSource dataSource, boolean migrate) {
    this.dataSource = dataSource;
    this.migrate = migrate;
    this.history = new SchemaHistory(dataSource);
  }

  /**
   * Migrates, or looks whether somebody did.
   *
   * @throws ForeignSchemaException if another build made the schema
   * @throws org.flywaydb.core.api.FlywayException if the server cannot be reached or refuses
   */
  public SchemaState attempt() {
    return history
        .versionIfSame()
        .<SchemaState>map(SchemaState.Ready::new)
        .orElseGet(() -> attempt(flyway()));
  }

  private Flyway flyway() {
    return Flyway.configure(SchemaMigrator.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .baselineOnMigrate(true)
        .baselineVersion(BEFORE_THE_FIRST)
        .ignoreMigrationPatterns("*:pending", "*:future")
        .load();
  }

  private SchemaState attempt(Flyway flyway) {
    MigrationInfoService info = flyway.info();
    String known = latest(info);
    refuseForeign(flyway, info, known);
    if (migrate) {
      migrate(flyway);
      return new SchemaState.Ready(known);
    }
    String found = current(info);
    return found.equals(known)
        ? new SchemaState.Ready(known)
        : new SchemaState.Waiting(
            "the schema is at version " + found + " and is to be migrated to " + known);
  }

  /**
   * Flyway makes its list of migrations first and its first row after that, outside of its lock: of
   * services that start together on a new database one may find the list half made.
   */
  private static void migrate(Flyway flyway) {
    for (int looks = 1; ; looks++) {
      try {
        flyway.migrate();
        return;
      } catch (FlywayException halfMade) {
        if (looks == MOST_LOOKS || !String.valueOf(halfMade.getMessage()).startsWith(HALF_MADE)) {
          throw halfMade;
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }

  private static void refuseForeign(Flyway flyway, MigrationInfoService info, String known) {
    String found = current(info);
    if (MigrationVersion.fromVersion(found).isNewerThan(known)) {
      throw ForeignSchemaException.future(found, known);
    }
    ValidateResult result = flyway.validateWithResult();
    if (!result.validationSuccessful) {
      String details =
          result.invalidMigrations.stream()
              .map(invalid -> invalid.errorDetails.errorMessage.lines().findFirst().orElse(""))
              .collect(Collectors.joining("; "));
      throw ForeignSchemaException.different(found, known, details);
    }
  }

  /** Version of the newest migration this build brings. */
  private static String latest(MigrationInfoService info) {
    return Arrays.stream(info.all())
        .filter(migration -> migration.getResolvedChecksum() != null)
        .map(MigrationInfo::getVersion)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(MigrationVersion::getVersion)
        .orElseThrow(() -> new IllegalStateException("db/migration must be on the class path"));
  }

  private static String current(MigrationInfoService info) {
    MigrationInfo current = info.current();
    return current == null || current.getVersion() == null
        ? BEFORE_THE_FIRST
        : current.getVersion().getVersion();
  }
}
