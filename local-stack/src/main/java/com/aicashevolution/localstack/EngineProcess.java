package com.aicashevolution.localstack;

import com.aicashevolution.localstack.process.ChildProcess;
import com.aicashevolution.localstack.process.Launch;
import com.aicashevolution.localstack.process.Ports;
import com.aicashevolution.localstack.process.ProcessIdentity;
import com.aicashevolution.localstack.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** What the three engines share: adopt or start the process, wait for it, end it. */
final class EngineProcess {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final String name;
  private final EngineHome home;
  private final int port;
  private @Nullable ChildProcess process;

  EngineProcess(String name, EngineHome home, int port) {
    this.name = name;
    this.home = home;
    this.port = port;
  }

  /** The process that the pid file names, if it still lives. */
  Optional<ChildProcess> leftOver() {
    return ProcessIdentity.read(home.pidFile())
        .filter(ProcessIdentity::isAlive)
        .map(identity -> ChildProcess.attachedTo(name, identity));
  }

  void adopt(ChildProcess running) {
    process = running;
    running.identity().write(home.pidFile());
  }

  /** Starts the command and waits until it is ready. */
  void start(
      List<String> command,
      Map<String, String> environment,
      BooleanSupplier isReady,
      Duration patience) {
    if (!Ports.isFree(port)) {
      throw new StackFailure(
          "Port %d, wanted for %s, is taken by another program.".formatted(port, name));
    }
    ChildProcess started;
    try {
      Files.createDirectories(home.data());
      started =
          ChildProcess.start(new Launch(name, command, environment, home.log(), home.lifetime()));
    } catch (IOException e) {
      throw new StackFailure("%s could not be started: %s".formatted(name, e.getMessage()), e);
    }
    adopt(started);
    awaitReady(started, isReady, patience);
  }

  private void awaitReady(ChildProcess started, BooleanSupplier isReady, Duration patience) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!isReady.getAsBoolean()) {
      if (!started.isAlive()) {
        throw new StackFailure(
            "%s ended while it was starting; the last lines of %s:%n%s"
                .formatted(name, home.log(), ChildProcess.tail(home.log(), 8)));
      }
      if (System.nanoTime() >= deadline) {
        stop(Signal.TERM, Duration.ofSeconds(5));
        throw new StackFailure(
            "%s did not answer on port %d within %d s; see %s"
                .formatted(name, port, patience.toSeconds(), home.log()));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new StackFailure("interrupted while waiting for " + name);
      }
    }
  }

  void stop(Signal polite, Duration grace) {
    Optional<ChildProcess> running = Optional.ofNullable(process).or(this::leftOver);
    running.ifPresent(child -> child.stop(polite, grace));
    process = null;
    try {
      Files.deleteIfExists(home.pidFile());
    } catch (IOException e) {
      throw new StackFailure("cannot delete " + home.pidFile(), e);
    }
  }
}
