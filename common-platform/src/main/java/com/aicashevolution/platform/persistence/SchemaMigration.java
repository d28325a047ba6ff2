package com.aicashevolution.platform.persistence;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.flywaydb.core.api.FlywayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.InitializingBean;

/**
 * Brings the schema to the version of this build: at start where the server can be reached, else as
 * soon as it can.
 *
 * <pre>
 * start --reached--------------------> Ready
 *       --not reached--> Waiting --try again--> Ready
 *       --foreign or refused--> the start fails
 *                        Waiting --foreign--> the service stops
 * </pre>
 *
 * <p>Thread-safe.
 */
public final class SchemaMigration implements InitializingBean, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(SchemaMigration.class);

  private final DatabaseUrl url;
  private final SchemaMigrator migrator;
  private final Duration retryInterval;
  private final Consumer<ForeignSchemaException> stopService;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile SchemaState state = new SchemaState.Waiting("not tried yet");

  /**
   * @param url of the server the migrator speaks to, to name it by
   */
  SchemaMigration(
      DatabaseUrl url,
      SchemaMigrator migrator,
      Duration retryInterval,
      Consumer<ForeignSchemaException> stopService) {
    this.url = url;
    this.migrator = migrator;
    this.retryInterval = retryInterval;
    this.stopService = stopService;
  }

  public SchemaState state() {
    return state;
  }

  @Override
  public void afterPropertiesSet() {
    try {
      accept(migrator.attempt());
    } catch (FlywayException e) {
      if (!isUnreachable(e)) {
        throw e;
      }
      waitAfter(e);
    }
    if (state instanceof SchemaState.Waiting) {
      Thread.ofPlatform().name("schema-migration").daemon().start(this::tryUntilReady);
    }
  }

  private void tryUntilReady() {
    try {
      while (state instanceof SchemaState.Waiting
          && !closed.await(retryInterval.toNanos(), TimeUnit.NANOSECONDS)) {
        tryAgain();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void tryAgain() {
    try {
      accept(migrator.attempt());
    } catch (ForeignSchemaException e) {
      LOG.error("schema refused, stopping the service: {}", e.getMessage());
      closed.countDown();
      stopService.accept(e);
    } catch (RuntimeException e) {
      // A service that already answers from memory keeps doing so, whatever the server says.
      waitAfter(e);
    }
  }

  private void waitAfter(RuntimeException failure) {
    accept(new SchemaState.Waiting(ConnectionFailure.sentence(url, failure)));
  }

  private void accept(SchemaState outcome) {
    if (!outcome.equals(state)) {
      switch (outcome) {
        case SchemaState.Ready(String version) -> LOG.info("schema ready, version={}", version);
        case SchemaState.Waiting(String why) ->
            LOG.warn("schema not ready, trying again every {}: {}", retryInterval, why);
      }
    }
    state = outcome;
  }

  private static boolean isUnreachable(Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && ConnectionFailure.is(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void destroy() {
    closed.countDown();
  }
}
