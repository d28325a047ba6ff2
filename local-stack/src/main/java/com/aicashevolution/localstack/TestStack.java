package com.aicashevolution.localstack;

import com.aicashevolution.localstack.process.Lifetime;
import com.aicashevolution.localstack.process.Ports;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * The engines of an integration test: each started at most once per JVM, when first asked for, and
 * ended with it. Tests do not share data: each takes a database, a Redis database or a bucket of
 * its own. Thread-safe.
 *
 * <pre>{@code
 * TestDatabase database = TestStack.freshDatabase();          // empty
 * TestDatabase migrated = TestStack.freshDatabase("schema", Migrations::run);  // a copy, ~50 ms
 * String redis = TestStack.freshRedisUrl();
 * TestBucket bucket = TestStack.freshBucket();
 * }</pre>
 */
public final class TestStack {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static final Map<String, String> TEMPLATES = new HashMap<>();

  private TestStack() {}

  /** An empty database. */
  public static TestDatabase freshDatabase() {
    String name = nextName("test");
    Postgres.ENGINE.ensureDatabase(name);
    return new TestDatabase(Postgres.ENGINE, name);
  }

  /**
   * A copy of a database that {@code prepare} filled once per JVM and {@code template}. {@code
   * prepare} must close its connections.
   */
  public static TestDatabase freshDatabase(String template, Consumer<TestDatabase> prepare) {
    String source;
    synchronized (TEMPLATES) {
      source = TEMPLATES.get(template);
      if (source == null) {
        source = nextName("template");
        Postgres.ENGINE.ensureDatabase(source);
        prepare.accept(new TestDatabase(Postgres.ENGINE, source));
        TEMPLATES.put(template, source);
      }
      String name = nextName("test");
      Postgres.ENGINE.copyDatabase(source, name);
      return new TestDatabase(Postgres.ENGINE, name);
    }
  }

  /** The URL of an empty Redis database. */
  public static String freshRedisUrl() {
    return Redis.ENGINE.redisUrl(Math.floorMod(NUMBER.incrementAndGet(), LocalRedis.DATABASES));
  }

  /** An empty bucket with the credentials for it. */
  public static TestBucket freshBucket() {
    String bucket = "test-" + NUMBER.incrementAndGet();
    S3.ENGINE.ensureBucket(bucket);
    return new TestBucket(
        S3.ENGINE.endpoint(), LocalS3.REGION, bucket, S3.ENGINE.accessKey(), S3.ENGINE.secretKey());
  }

  /** A server of the test's own that it may stop, kill and start again; the test closes it. */
  public static LocalPostgres ownPostgres() {
    return new LocalPostgres(ownHome("postgres"), Ports.free(), new Secrets().next(18));
  }

  /** As {@link #ownPostgres}; forgets everything when stopped. */
  public static LocalRedis ownRedis() {
    return new LocalRedis(ownHome("redis"), Ports.free(), new Secrets().next(18), false);
  }

  /** As {@link #ownPostgres}. */
  public static LocalS3 ownS3() {
    Secrets secrets = new Secrets();
    return new LocalS3(
        ownHome("s3"), Ports.free(), secrets.next(15), secrets.next(30), Clock.systemUTC());
  }

  private static String nextName(String kind) {
    return kind + "_" + NUMBER.incrementAndGet();
  }

  private static EngineHome ownHome(String name) {
    Path folder = TestFolder.PATH.resolve(Integer.toString(NUMBER.incrementAndGet()));
    return EngineHome.below(folder, name, Lifetime.WITH_PARENT);
  }

  private static <E extends LocalEngine> E startedUntilExit(E engine) {
    engine.start();
    TestFolder.endWithThisJvm(engine);
    return engine;
  }

  private static final class Postgres {
    static final LocalPostgres ENGINE = startedUntilExit(ownPostgres());
  }

  private static final class Redis {
    static final LocalRedis ENGINE = startedUntilExit(ownRedis());
  }

  private static final class S3 {
    static final LocalS3 ENGINE = startedUntilExit(ownS3());
  }

  /** Below the build folder, one per JVM, deleted with it; what a killed JVM left goes as well. */
  private static final class TestFolder {
    static final Path PATH;
    private static final List<LocalEngine> RUNNING = new CopyOnWriteArrayList<>();

    static {
      Path all = BuildFolder.path().resolve("test-stacks");
      PATH = all.resolve(Long.toString(ProcessHandle.current().pid()));
      Folders.deleteRecursively(PATH);
      for (Path left : Folders.children(all)) {
        if (ProcessHandle.of(Long.parseLong(left.getFileName().toString())).isEmpty()) {
          Folders.deleteRecursively(left);
        }
      }
      Runtime.getRuntime().addShutdownHook(new Thread(TestFolder::clear, "end-of-test-stack"));
    }

    static void endWithThisJvm(LocalEngine engine) {
      RUNNING.add(engine);
    }

    private static void clear() {
      RUNNING.forEach(LocalEngine::stop);
      Folders.deleteRecursively(PATH);
    }
  }
}
