package com.aicashevolution.localstack;

import com.aicashevolution.localstack.process.ChildProcess;
import com.aicashevolution.localstack.process.Launch;
import com.aicashevolution.localstack.process.Ports;
import com.aicashevolution.localstack.process.ProcessIdentity;
import com.aicashevolution.localstack.process.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One server process that listens on a port, remembered in a pid file: adopted or started, waited
 * for, ended. Not thread-safe.
 */
public final class SupervisedProcess {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
  private static final int LINES_SHOWN = 8;

  private final String name;
  private final Path pidFile;
  private final int port;
  private @Nullable ChildProcess process;

  public SupervisedProcess(String name, Path pidFile, int port) {
    this.name = name;
    this.pidFile = pidFile;
    this.port = port;
  }

  /** The living process: ours, or the one that the pid file names. */
  public Optional<ChildProcess> running() {
    return Optional.ofNullable(process)
        .filter(ChildProcess::isAlive)
        .or(
            () ->
                ProcessIdentity.read(pidFile)
                    .filter(ProcessIdentity::isAlive)
                    .map(identity -> ChildProcess.attachedTo(name, identity)));
  }

  /** Takes charge of a process that an earlier JVM started. */
  public void adopt(ChildProcess running) {
    process = running;
    running.identity().write(pidFile);
  }

  /**
   * Takes charge of the process that the pid file names, if it answers; one that does not is ended.
   *
   * @return whether there is nothing left to start
   */
  public boolean resume(BooleanSupplier isReady, Duration grace) {
    Optional<ChildProcess> orphan = running();
    if (orphan.isEmpty()) {
      return false;
    }
    if (isReady.getAsBoolean()) {
      adopt(orphan.get());
      return true;
    }
    orphan.get().stop(Signal.TERM, grace);
    return false;
  }

  /**
   * Starts the process and returns at once; {@link #awaitReady} comes next.
   *
   * @throws StackFailure when the port is taken or the program cannot be run
   */
  public void launch(Launch launch) {
    if (!Ports.isFree(port)) {
      throw new StackFailure(
          "Port %d, wanted for %s, is taken by another program.".formatted(port, name));
    }
    try {
      adopt(ChildProcess.start(launch));
    } catch (IOException e) {
      throw new StackFailure("%s could not be started: %s".formatted(name, e.getMessage()), e);
    }
  }

  /**
   * Waits until {@code isReady}.
   *
   * @throws StackFailure when the process ends or {@code patience} does
   */
  public void awaitReady(BooleanSupplier isReady, Duration patience, Path log) {
    long deadline = System.nanoTime() + patience.toNanos();
    while (!isReady.getAsBoolean()) {
      if (running().isEmpty()) {
        throw new StackFailure(
            "%s ended while it was starting; the last lines of %s:%n%s"
                .formatted(name, log, ChildProcess.tail(log, LINES_SHOWN)));
      }
      if (System.nanoTime() >= deadline) {
        stop(Signal.TERM, Duration.ofSeconds(5));
        throw new StackFailure(
            "%s did not answer on port %d within %d s; see %s"
                .formatted(name, port, patience.toSeconds(), log));
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      if (Thread.currentThread().isInterrupted()) {
        throw new StackFailure("interrupted while waiting for " + name);
      }
    }
  }

  /** Ends it if it lives, and forgets it. */
  public void stop(Signal polite, Duration grace) {
    running().ifPresent(child -> child.stop(polite, grace));
    process = null;
    try {
      Files.deleteIfExists(pidFile);
    } catch (IOException e) {
      throw new StackFailure("cannot delete " + pidFile, e);
    }
  }
}
