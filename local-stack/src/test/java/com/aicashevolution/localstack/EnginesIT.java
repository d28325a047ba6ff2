package com.aicashevolution.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.aicashevolution.localstack.process.Lifetime;
import com.aicashevolution.localstack.process.Ports;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesIT {
  @Test
  void postgresKeepsItsDataAcrossARestartAndIsDurable(@TempDir Path folder) throws Exception {
    EngineHome home = EngineHome.below(folder, "postgres", Lifetime.WITH_PARENT);
    try (var postgres = new LocalPostgres(home, Ports.free(), "first-password")) {
      postgres.start();
      postgres.ensureDatabase("kept");
      try (Connection connection = postgres.connect("kept");
          var statement = connection.createStatement()) {
        statement.execute("create table t as select 42 as answer");
      }
      postgres.stop();
      assertThat(postgres.isReady()).isFalse();
      postgres.start();
      try (Connection connection = postgres.connect("kept");
          var statement = connection.createStatement()) {
        assertThat(single(statement.executeQuery("select answer from t"))).isEqualTo("42");
        assertThat(single(statement.executeQuery("show fsync"))).isEqualTo("on");
        assertThat(single(statement.executeQuery("show synchronous_commit"))).isEqualTo("on");
      }
    }
  }

  @Test
  void postgresAdoptsAnOrphanOnItsOwnPortAndReplacesOneOnAnother(@TempDir Path folder) {
    EngineHome home = EngineHome.below(folder, "postgres", Lifetime.WITH_PARENT);
    int firstPort = Ports.free();
    var first = new LocalPostgres(home, firstPort, "password");
    first.start();
    var adopting = new LocalPostgres(home, firstPort, "password");
    adopting.start();
    assertThat(adopting.isReady()).isTrue();
    try (var elsewhere = new LocalPostgres(home, Ports.free(), "password")) {
      elsewhere.start();
      assertThat(elsewhere.isReady()).isTrue();
      assertThat(first.isReady()).isFalse();
    }
  }

  @Test
  void postgresRefusesAWrongPassword(@TempDir Path folder) {
    EngineHome home = EngineHome.below(folder, "postgres", Lifetime.WITH_PARENT);
    int port = Ports.free();
    try (var right = new LocalPostgres(home, port, "right")) {
      right.start();
      assertThat(new LocalPostgres(home, port, "wrong").isReady()).isFalse();
    }
  }

  @Test
  void aTakenPortIsNamed(@TempDir Path folder) throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      EngineHome home = EngineHome.below(folder, "redis", Lifetime.WITH_PARENT);
      try (var redis = new LocalRedis(home, taken.getLocalPort(), "p", false)) {
        assertThatThrownBy(redis::start)
            .isInstanceOf(StackFailure.class)
            .hasMessageContaining("Port " + taken.getLocalPort())
            .hasMessageContaining("taken");
      }
    }
  }

  @Test
  void redisRefusesAWrongPasswordAndKeepsItsSettingsPrivate(@TempDir Path folder) throws Exception {
    EngineHome home = EngineHome.below(folder, "redis", Lifetime.WITH_PARENT);
    int port = Ports.free();
    try (var redis = new LocalRedis(home, port, "right", true)) {
      redis.start();
      assertThat(redis.isReady()).isTrue();
      assertThat(new LocalRedis(home, port, "wrong", true).isReady()).isFalse();
      assertThat(Files.getPosixFilePermissions(home.data().resolve("redis.conf")))
          .extracting(Enum::name)
          .containsExactlyInAnyOrder("OWNER_READ", "OWNER_WRITE");
    }
  }

  @Test
  void s3ChecksTheSignatureAndMakesABucketTwiceWithoutHarm(@TempDir Path folder) {
    EngineHome home = EngineHome.below(folder, "s3", Lifetime.WITH_PARENT);
    int port = Ports.free();
    try (var s3 = new LocalS3(home, port, "key", "secret", Clock.systemUTC())) {
      s3.start();
      s3.ensureBucket("models");
      s3.ensureBucket("models");
      assertThat(home.data().resolve("objects/models")).isDirectory();
      var stranger = new LocalS3(home, port, "key", "guess", Clock.systemUTC());
      assertThat(stranger.isReady()).isFalse();
      assertThatThrownBy(() -> stranger.ensureBucket("theirs")).isInstanceOf(StackFailure.class);
    }
  }

  @Test
  void testsGetDatabasesOfTheirOwnFromOneTemplate() throws Exception {
    TestDatabase first = TestStack.freshDatabase("numbers", EnginesIT::fill);
    TestDatabase second = TestStack.freshDatabase("numbers", EnginesIT::fill);
    try (Connection connection = first.connect();
        var statement = connection.createStatement()) {
      statement.execute("delete from n");
    }
    try (Connection connection = second.connect();
        var statement = connection.createStatement()) {
      assertThat(single(statement.executeQuery("select count(*) from n"))).isEqualTo("1");
    }
  }

  private static void fill(TestDatabase database) {
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute("create table n as select 1 as n");
    } catch (java.sql.SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String single(ResultSet rows) throws java.sql.SQLException {
    assertThat(rows.next()).isTrue();
    return rows.getString(1);
  }
}
