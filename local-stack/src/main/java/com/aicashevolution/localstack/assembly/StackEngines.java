package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.EngineHome;
import com.aicashevolution.localstack.LocalEngine;
import com.aicashevolution.localstack.LocalPostgres;
import com.aicashevolution.localstack.LocalRedis;
import com.aicashevolution.localstack.LocalS3;
import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.keys.StackSecrets;
import com.aicashevolution.localstack.process.Lifetime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The engines that a stack runs itself. What the person gave from outside ({@code DATABASE_URL},
 * {@code REDIS_URL}, {@code S3_BUCKET}) is used instead of the engine for it.
 */
public final class StackEngines {
  public static final String DATABASE = "ml";
  public static final String BUCKET = "ml-models";

  private final Map<String, String> external;
  private final LocalPostgres postgres;
  private final LocalRedis redis;
  private final LocalS3 s3;

  public StackEngines(
      StackLayout layout,
      StackPorts ports,
      StackSecrets secrets,
      Lifetime lifetime,
      Map<String, String> external) {
    this.external = Map.copyOf(external);
    this.postgres =
        new LocalPostgres(
            EngineHome.below(layout.home(), "postgres", lifetime),
            ports.postgres(),
            secrets.postgresPassword());
    this.redis =
        new LocalRedis(
            EngineHome.below(layout.home(), "redis", lifetime),
            ports.redis(),
            secrets.redisPassword(),
            true);
    this.s3 =
        new LocalS3(
            EngineHome.below(layout.home(), "s3", lifetime),
            ports.s3(),
            secrets.s3AccessKey(),
            secrets.s3SecretKey(),
            Clock.systemUTC());
  }

  /** Those that are ours to run, in the order of their start. */
  public List<LocalEngine> own() {
    List<LocalEngine> engines = new ArrayList<>();
    if (!external.containsKey("DATABASE_URL")) {
      engines.add(postgres);
    }
    if (!external.containsKey("REDIS_URL")) {
      engines.add(redis);
    }
    if (!external.containsKey("S3_BUCKET")) {
      engines.add(s3);
    }
    return engines;
  }

  /** Starts them side by side, then makes the database and the bucket. */
  public void start() {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> starts =
          own().stream().map(engine -> threads.submit(engine::start)).toList();
      for (Future<?> start : starts) {
        await(start);
      }
    }
    if (!external.containsKey("DATABASE_URL")) {
      postgres.ensureDatabase(DATABASE);
    }
    if (!external.containsKey("S3_BUCKET")) {
      s3.ensureBucket(BUCKET);
    }
  }

  private static void await(Future<?> start) {
    try {
      start.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StackFailure failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    }
  }

  /** The model store that this stack runs. */
  public LocalS3 s3() {
    return s3;
  }

  public void stop() {
    own().reversed().forEach(LocalEngine::stop);
  }

  /** {@code DATABASE_URL}, {@code REDIS_URL} and the variables of S3. */
  public Map<String, String> environment() {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("DATABASE_URL", postgres.databaseUrl(DATABASE));
    variables.put("REDIS_URL", redis.redisUrl());
    if (!external.containsKey("S3_BUCKET")) {
      variables.put("USE_S3_STORAGE", "true");
      variables.put("S3_BUCKET", BUCKET);
      variables.put("S3_ENDPOINT", s3.endpoint());
      variables.put("AWS_REGION", LocalS3.REGION);
      variables.put("AWS_ACCESS_KEY_ID", s3.accessKey());
      variables.put("AWS_SECRET_ACCESS_KEY", s3.secretKey());
    }
    variables.putAll(external);
    return variables;
  }

  public DatabaseAddress database() {
    return DatabaseAddress.parse(
        external.getOrDefault("DATABASE_URL", postgres.databaseUrl(DATABASE)));
  }
}
