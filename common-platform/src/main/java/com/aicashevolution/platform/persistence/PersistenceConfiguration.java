package com.aicashevolution.platform.persistence;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Properties;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Wires pool and migration. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnDatabase
@EnableConfigurationProperties(DatabaseProperties.class)
class PersistenceConfiguration {

  @Bean
  HikariDataSource dataSource(DatabaseProperties properties, Environment environment) {
    return ConnectionPool.open(properties, applicationName(environment));
  }

  @Bean
  SchemaMigration schemaMigration(
      DatabaseProperties properties,
      Environment environment,
      ConfigurableApplicationContext context) {
    Properties driver = ConnectionPool.driverProperties(properties, applicationName(environment));
    driver.remove("socketTimeout");
    SchemaMigrator migrator =
        new SchemaMigrator(
            new DriverManagerDataSource(properties.url().jdbcUrl(), driver), properties.migrate());
    return new SchemaMigration(
        properties.url(), migrator, properties.retryInterval(), foreign -> stop(context));
  }

  @Bean
  MeterBinder schemaReady(SchemaMigration migration) {
    return registry ->
        Gauge.builder(
                "ml.schema.ready", migration, m -> m.state() instanceof SchemaState.Ready ? 1 : 0)
            .description("1 when the database has the schema this build was made for")
            .register(registry);
  }

  @Bean
  DatabaseCheck databaseCheck(
      DatabaseProperties properties, HikariDataSource dataSource, SchemaMigration migration) {
    return new DatabaseCheck(properties.url(), dataSource, migration);
  }

  private static String applicationName(Environment environment) {
    return environment.getProperty("spring.application.name", "ml");
  }

  /** On a thread of its own: closing the context waits for the thread that asks for it. */
  private static void stop(ConfigurableApplicationContext context) {
    Thread.ofPlatform()
        .name("schema-stop")
        .start(() -> System.exit(SpringApplication.exit(context, () -> 1)));
  }
}
