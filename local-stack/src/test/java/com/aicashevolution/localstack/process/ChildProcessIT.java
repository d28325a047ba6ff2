package com.aicashevolution.localstack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessIT {
  private static final String STUBBORN = "trap '' TERM; echo ready; while true; do sleep 0.1; done";

  @TempDir private Path folder;

  @Test
  void endsPolitelyWhenItCan() throws IOException {
    ChildProcess child = start("echo begun; exec sleep 60", Lifetime.WITH_PARENT);
    awaitLog("begun");
    assertThat(child.isAlive()).isTrue();
    assertThat(child.stop(Signal.TERM, Duration.ofSeconds(10))).isTrue();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void isKilledWithItsChildrenWhenItDoesNotListen() throws IOException {
    ChildProcess child = start(STUBBORN, Lifetime.DETACHED);
    awaitLog("ready");
    assertThat(child.stop(Signal.TERM, Duration.ofMillis(300))).isFalse();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  void canBeKilledWithAllThatItStartedThoughItListensToNoSignal() throws IOException {
    ChildProcess child = start(STUBBORN, Lifetime.WITH_PARENT);
    awaitLog("ready");
    ProcessHandle shell = child.identity().find().orElseThrow();
    List<ProcessIdentity> all =
        Stream.concat(shell.descendants(), Stream.of(shell)).map(ProcessIdentity::of).toList();
    assertThat(all).hasSizeGreaterThan(1);

    child.kill();

    assertThat(all).noneMatch(ProcessIdentity::isAlive);
    child.kill();
  }

  @Test
  void knowsTheProgramBelowTheShellThatBindsIt() throws IOException {
    ChildProcess bound = start("exec sleep 60", Lifetime.WITH_PARENT);
    ChildProcess detached = start("exec sleep 60", Lifetime.DETACHED);
    try {
      for (ChildProcess child : List.of(bound, detached)) {
        Awaitility.await()
            .atMost(Duration.ofSeconds(10))
            .until(
                () ->
                    ProcessHandle.of(child.programPid())
                        .flatMap(handle -> handle.info().command())
                        .filter(command -> command.endsWith("sleep"))
                        .isPresent());
      }
    } finally {
      bound.kill();
      detached.kill();
    }
  }

  @Test
  void diesWithItsParentEvenWhenThatIsKilled() throws Exception {
    Path pidFile = folder.resolve("child.pid");
    Process parent =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Parent.class.getName(),
                pidFile.toString(),
                folder.resolve("log").toString())
            .inheritIO()
            .start();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> ProcessIdentity.read(pidFile).isPresent());
    ProcessIdentity child = ProcessIdentity.read(pidFile).orElseThrow();
    assertThat(child.isAlive()).isTrue();
    parent.destroyForcibly();
    assertThat(parent.waitFor(10, TimeUnit.SECONDS)).isTrue();
    Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
  }

  @Test
  void isFoundAgainByItsFileAndNotTakenForAnother() throws IOException {
    ChildProcess child = start("exec sleep 60", Lifetime.DETACHED);
    Path file = folder.resolve("run/child.pid");
    child.identity().write(file);
    ProcessIdentity found = ProcessIdentity.read(file).orElseThrow();
    assertThat(found.isAlive()).isTrue();
    assertThat(new ProcessIdentity(found.pid(), Instant.ofEpochSecond(1)).isAlive()).isFalse();
    child.stop(Signal.TERM, Duration.ofSeconds(10));
    assertThat(found.isAlive()).isFalse();
  }

  @Test
  void aDamagedPidFileNamesNobody() throws IOException {
    Path file = Files.writeString(folder.resolve("broken.pid"), "12");
    assertThat(ProcessIdentity.read(file)).isEmpty();
    assertThat(ProcessIdentity.read(folder.resolve("missing.pid"))).isEmpty();
  }

  private ChildProcess start(String script, Lifetime lifetime) throws IOException {
    return ChildProcess.start(
        new Launch(
            "test", List.of("/bin/sh", "-c", script), Map.of(), folder.resolve("log"), lifetime));
  }

  private void awaitLog(String text) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> ChildProcess.tail(folder.resolve("log"), 5).contains(text));
  }

  /** A JVM that starts a child and then waits to be killed. */
  static final class Parent {
    public static void main(String[] arguments) throws Exception {
      ChildProcess child =
          ChildProcess.start(
              new Launch(
                  "child",
                  List.of("sleep", "60"),
                  Map.of(),
                  Path.of(arguments[1]),
                  Lifetime.WITH_PARENT));
      child.identity().write(Path.of(arguments[0]));
      Thread.currentThread().join();
    }
  }
}
