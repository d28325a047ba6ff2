package com.aicashevolution.platform.persistence;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/** Says which version the schema has, or what it waits for. */
final class SchemaHealthIndicator implements HealthIndicator {

  private final SchemaMigration migration;

  SchemaHealthIndicator(SchemaMigration migration) {
    this.migration = migration;
  }

  @Override
  public Health health() {
    return switch (migration.state()) {
      case SchemaState.Ready(String version) -> Health.up().withDetail("version", version).build();
      case SchemaState.Waiting(String why) -> Health.down().withDetail("waiting", why).build();
    };
  }
}
