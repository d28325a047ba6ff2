package com.aicashevolution.bench.http;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.process.ChildProcess;
import com.aicashevolution.localstack.process.Launch;
import com.aicashevolution.localstack.process.Programs;
import com.aicashevolution.localstack.process.Signal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A server on a core of its own kind.
 *
 * @param process the server's
 * @param port where it answers
 */
record PinnedServer(ChildProcess process, int port) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofSeconds(40);

  /** Starts {@code launch} on {@code core} where the machine can pin, else where it likes. */
  static PinnedServer start(Launch launch, int port, int core) throws IOException {
    List<String> command = new ArrayList<>();
    if (Programs.isInstalled("taskset")) {
      command.addAll(List.of("taskset", "-c", Integer.toString(core)));
    }
    command.addAll(launch.command());
    return new PinnedServer(
        ChildProcess.start(
            new Launch(
                launch.name(), command, launch.environment(), launch.log(), launch.lifetime())),
        port);
  }

  /** Waits until {@code path} is answered with 200. */
  void awaitReady(HttpClient http, String path) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(http, path)) {
      if (!process.isAlive() || System.nanoTime() > deadline) {
        throw new StackFailure(process.name() + " does not get ready; see its log");
      }
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }

  private boolean answers(HttpClient http, String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(Duration.ofSeconds(2))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted while waiting for " + process.name(), e);
    }
  }

  /** Processor time the server and its children have used. */
  ProcessorTime processorTime() {
    return process
        .identity()
        .find()
        .map(
            handle ->
                handle
                    .descendants()
                    .map(ProcessorTime::of)
                    .reduce(ProcessorTime.NONE, ProcessorTime::plus))
        .orElse(ProcessorTime.NONE);
  }

  /** Process id of the Java virtual machine itself. */
  long pid() {
    return process.programPid();
  }

  @Override
  public void close() {
    process.stop(Signal.TERM, GRACE);
  }
}
