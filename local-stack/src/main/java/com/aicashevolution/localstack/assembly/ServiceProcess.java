package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.PrivateFile;
import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.SupervisedProcess;
import com.aicashevolution.localstack.process.ChildProcess;
import com.aicashevolution.localstack.process.Signal;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * One service: started, or adopted when a process that was launched in exactly the same way (same
 * jar, same environment) still answers. Not thread-safe.
 */
final class ServiceProcess {
  private static final Duration START_PATIENCE = Duration.ofMinutes(2);
  private static final Duration STOP_GRACE = Duration.ofSeconds(40);

  private final StackService service;
  private final ServiceLaunch launch;
  private final SupervisedProcess process;
  private final HttpClient http;

  ServiceProcess(StackService service, ServiceLaunch launch, HttpClient http) {
    this.service = service;
    this.launch = launch;
    this.process = new SupervisedProcess(service.module(), launch.pidFile(), launch.port());
    this.http = http;
  }

  StackService service() {
    return service;
  }

  int port() {
    return launch.port();
  }

  Path log() {
    return launch.launch().log();
  }

  Optional<ChildProcess> running() {
    return process.running();
  }

  /** Begins the start; nothing to do when the same process already runs. */
  void launch() {
    Optional<ChildProcess> running = process.running();
    if (running.isPresent()) {
      if (launch.fingerprint().equals(knownFingerprint()) && isHealthy()) {
        process.adopt(running.get());
        return;
      }
      stop();
    }
    launch.jar().unpack();
    process.launch(launch.launch());
    PrivateFile.write(fingerprintFile(), launch.fingerprint());
  }

  /** Waits until it answers, see {@link SupervisedProcess#awaitReady}. */
  void awaitHealthy() {
    process.awaitReady(this::isHealthy, START_PATIENCE, log());
  }

  /** Whether {@code GET /health} answers 200 now. */
  boolean isHealthy() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/health".formatted(port())))
            .timeout(Duration.ofSeconds(3))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Lets it finish what it answers, then ends it. */
  void stop() {
    process.stop(Signal.TERM, STOP_GRACE);
    try {
      Files.deleteIfExists(fingerprintFile());
    } catch (IOException e) {
      throw new StackFailure("cannot delete " + fingerprintFile(), e);
    }
  }

  private String knownFingerprint() {
    try {
      return Files.readString(fingerprintFile());
    } catch (IOException e) {
      return "";
    }
  }

  private Path fingerprintFile() {
    return launch.pidFile().resolveSibling(service.module() + ".launched");
  }
}
