package com.aicashevolution.platform.containers;

import com.aicashevolution.platform.persistence.MigratedDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.PostgreSQLContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.yaml.snakeyaml.Yaml;

/**
 * Containers of the images that {@code docker-compose.production.yml} names, each started once,
 * when first asked for; the container engine's reaper ends them with this JVM.
 */
public final class ProductionImages {

  private static final Path COMPOSE = Path.of("..", "docker-compose.production.yml");
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private ProductionImages() {}

  /** An empty database with our tables. */
  public static DataSource freshDatabase() {
    PostgreSQLContainer<?> server = Postgres.SERVER;
    String name = "test_" + NUMBER.incrementAndGet();
    JdbcClient.create(dataSource(server, server.getJdbcUrl()))
        .sql("create database " + name)
        .update();
    DataSource database =
        dataSource(server, server.getJdbcUrl().replace("/" + server.getDatabaseName(), "/" + name));
    MigratedDatabase.migrate(database);
    return database;
  }

  private static DataSource dataSource(PostgreSQLContainer<?> server, String url) {
    return new DriverManagerDataSource(url, server.getUsername(), server.getPassword());
  }

  /** Where the S3 store listens. */
  public static URI s3Endpoint() {
    return URI.create(
        "http://%s:%d".formatted(Minio.SERVER.getHost(), Minio.SERVER.getMappedPort(9000)));
  }

  /** User and, behind {@code -secret}, password of the S3 store. */
  public static String s3User() {
    return Minio.USER;
  }

  /** Where Redis listens. */
  public static String redisUrl() {
    return "redis://%s:%d/0".formatted(Redis.SERVER.getHost(), Redis.SERVER.getMappedPort(6379));
  }

  /** The image of {@code service} in the compose file. */
  static DockerImageName image(String service) {
    try (InputStream in = Files.newInputStream(COMPOSE)) {
      Map<String, Map<String, Map<String, Object>>> compose = new Yaml().load(in);
      Map<String, Map<String, Object>> services =
          Objects.requireNonNull(compose.get("services"), "services");
      return DockerImageName.parse(
          String.valueOf(Objects.requireNonNull(services.get(service), service).get("image")));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + COMPOSE.toAbsolutePath(), e);
    }
  }

  private static final class Postgres {
    static final PostgreSQLContainer<?> SERVER = new PostgreSQLContainer<>(image("postgres"));

    static {
      SERVER.start();
    }
  }

  private static final class Redis {
    static final GenericContainer<?> SERVER =
        new GenericContainer<>(image("redis")).withExposedPorts(6379);

    static {
      SERVER.start();
    }
  }

  private static final class Minio {
    static final String USER = "container-test";
    static final GenericContainer<?> SERVER =
        new GenericContainer<>(image("minio"))
            .withCommand("server", "/data")
            .withEnv("MINIO_ROOT_USER", USER)
            .withEnv("MINIO_ROOT_PASSWORD", USER + "-secret")
            .withExposedPorts(9000)
            .waitingFor(
                Wait.forHttp("/minio/health/live")
                    .forPort(9000)
                    .withStartupTimeout(Duration.ofSeconds(60)));

    static {
      SERVER.start();
    }
  }
}
