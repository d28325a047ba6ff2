package com.aicashevolution.api.marketdata.cli;

import com.aicashevolution.api.marketdata.MarketDataProperties;
import com.aicashevolution.platform.configuration.InvalidEnvironmentException;
import com.aicashevolution.platform.notice.Announcer;
import com.aicashevolution.platform.persistence.ForeignSchemaException;
import com.aicashevolution.platform.persistence.SchemaMigration;
import com.aicashevolution.platform.persistence.SchemaState;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * The few beans a command needs: pool, schema, candles. Not annotated as a configuration, so that
 * the service, which scans this package too, does not take it for one of its own.
 */
@ComponentScan({
  "com.aicashevolution.platform.candles",
  "com.aicashevolution.platform.market",
  "com.aicashevolution.platform.persistence",
  "com.aicashevolution.platform.runtime",
  "com.aicashevolution.api.marketdata.simulated.jdbc"
})
@ImportAutoConfiguration({
  ConfigurationPropertiesAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
@EnableConfigurationProperties(MarketDataProperties.class)
class CommandContext {

  /** A command needs no Redis: serving sees what it wrote at its next poll. */
  @Bean
  Announcer announcer() {
    return Announcer.SILENT;
  }

  /** Work on the beans. */
  interface Work {
    int run(ConfigurableApplicationContext context) throws Exception;
  }

  /**
   * Runs {@code work} and returns its exit code.
   *
   * @param settings properties such as {@code --name=value} that win over everything else
   * @throws CommandFailedException if the database cannot be reached, or is not ours
   */
  static int with(Work work, String... settings) throws Exception {
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(CommandContext.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .properties(
                "logging.level.root=WARN",
                // whatever fails is thrown, and said once
                "logging.level.org.springframework.boot.SpringApplication=OFF",
                "logging.level.org.springframework.context=ERROR");
    try (ConfigurableApplicationContext context = start(builder, settings)) {
      SchemaMigration schema = context.getBean(SchemaMigration.class);
      if (schema.state() instanceof SchemaState.Waiting(String why)) {
        throw new CommandFailedException("the database is not ready: " + why);
      }
      return work.run(context);
    }
  }

  /** Says what keeps a context from starting where a person can do something about it. */
  private static ConfigurableApplicationContext start(
      SpringApplicationBuilder builder, String... settings) throws CommandFailedException {
    try {
      return builder.run(settings);
    } catch (RuntimeException e) {
      for (@Nullable Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof ForeignSchemaException
            || cause instanceof InvalidEnvironmentException
            || cause instanceof FlywayException) {
          throw new CommandFailedException(String.valueOf(cause.getMessage()));
        }
      }
      throw e;
    }
  }
}
