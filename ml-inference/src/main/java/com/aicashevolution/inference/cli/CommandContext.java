package com.aicashevolution.inference.cli;

import com.aicashevolution.inference.engine.LoadResult;
import com.aicashevolution.inference.engine.ModelLoader;
import com.aicashevolution.inference.engine.ModelLoads;
import com.aicashevolution.inference.engine.ModelPool;
import com.aicashevolution.inference.engine.ModelResolver;
import com.aicashevolution.inference.engine.OnDemandModels;
import com.aicashevolution.inference.engine.Refusals;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.artifact.ArtifactFormatException;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.SafetensorsCodec;
import com.aicashevolution.platform.configuration.InvalidEnvironmentException;
import com.aicashevolution.platform.notice.Announcer;
import com.aicashevolution.platform.persistence.ForeignSchemaException;
import com.aicashevolution.platform.persistence.SchemaMigration;
import com.aicashevolution.platform.persistence.SchemaState;
import com.aicashevolution.platform.registry.ModelRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Clock;
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
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/**
 * The few beans a command needs: pool, schema, journal, registry, artifacts. Not annotated as a
 * configuration, so that the service, which scans this package too, does not take it for one of its
 * own.
 */
@ComponentScan({
  "com.aicashevolution.platform.artifact",
  "com.aicashevolution.platform.audit",
  "com.aicashevolution.platform.journal",
  "com.aicashevolution.platform.persistence",
  "com.aicashevolution.platform.registry",
  "com.aicashevolution.platform.runtime"
})
@ImportAutoConfiguration({
  ConfigurationPropertiesAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcClientAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  TransactionAutoConfiguration.class
})
class CommandContext {

  /** Versions in memory at once: an audit meets them in the order of time. */
  private static final int MODELS = 8;

  private static final long MAX_BYTES = 64L << 20;

  /** Work on the beans. */
  interface Work {
    int run(ConfigurableApplicationContext context) throws Exception;
  }

  /**
   * Runs {@code work} and returns its exit code.
   *
   * @throws CommandFailedException if the database cannot be reached, or is not ours
   */
  static int with(Work work) throws Exception {
    SpringApplicationBuilder builder =
        new SpringApplicationBuilder(CommandContext.class)
            .web(WebApplicationType.NONE)
            .initializers(CommandContext::tellNobody)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .properties(
                "logging.level.root=ERROR",
                // whatever fails is thrown, and said once
                "logging.level.org.springframework.boot.SpringApplication=OFF");
    try (ConfigurableApplicationContext context = start(builder)) {
      SchemaMigration schema = context.getBean(SchemaMigration.class);
      if (schema.state() instanceof SchemaState.Waiting(String why)) {
        throw new CommandFailedException("the database is not ready: " + why);
      }
      return work.run(context);
    }
  }

  /** Loads versions as the service does, with nothing resident. */
  static ModelResolver models(ConfigurableApplicationContext context) {
    ModelRegistry registry = context.getBean(ModelRegistry.class);
    Clock clock = context.getBean(Clock.class);
    MeterRegistry meters = new SimpleMeterRegistry();
    Refusals refusals = new Refusals(clock, meters);
    ModelLoader loader = new ModelLoader(context.getBean(ArtifactStore.class), clock);
    ModelLoads loads = new ModelLoads(registry, loader, refusals, Runnable::run, meters);
    return new ModelResolver(
        new ModelPool(registry, loads, refusals), new OnDemandModels(loads, MODELS));
  }

  /**
   * Loads one version, verified as before serving.
   *
   * @throws CommandFailedException if there is none, or it is not to be trusted
   */
  static ServingModel model(ConfigurableApplicationContext context, ModelVersion wanted)
      throws CommandFailedException {
    return switch (models(context).find(wanted)) {
      case LoadResult.Loaded(ServingModel loaded) -> loaded;
      case LoadResult.Refused refused ->
          throw new CommandFailedException(
              "The artifact of %s cannot be trusted, %s: %s"
                  .formatted(wanted, refused.refusal().reason(), refused.refusal().detail()));
      case LoadResult.Unknown unknown ->
          throw new CommandFailedException("There is no version " + wanted);
      case LoadResult.Rejected rejected ->
          throw new CommandFailedException("The gate refused " + wanted);
      case LoadResult.Unreachable(ModelVersion missed, String detail) ->
          throw new CommandFailedException(missed + " cannot be loaded: " + detail);
    };
  }

  /** The weights of a version that {@link #model} has verified. */
  static LstmParameters weights(ConfigurableApplicationContext context, ModelVersion version)
      throws ArtifactFormatException, IOException {
    return SafetensorsCodec.read(
        context.getBean(ArtifactStore.class).read(version, ModelManifest.WEIGHTS, MAX_BYTES));
  }

  /** Commands change nothing that other processes would want to hear of. */
  private static void tellNobody(ConfigurableApplicationContext context) {
    context.getBeanFactory().registerSingleton("announcer", Announcer.SILENT);
  }

  /** Says what keeps a context from starting where a person can do something about it. */
  private static ConfigurableApplicationContext start(SpringApplicationBuilder builder)
      throws CommandFailedException {
    try {
      return builder.run();
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
