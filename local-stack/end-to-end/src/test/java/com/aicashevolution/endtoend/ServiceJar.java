package com.aicashevolution.endtoend;

import com.aicashevolution.localstack.assembly.StackService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service's jar as a process with an environment of the test's own and no other. */
final class ServiceJar implements AutoCloseable {

  private final Process process;
  private final Path log;

  private ServiceJar(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static ServiceJar start(StackService service, Path folder, Map<String, String> environment)
      throws IOException {
    Path log = Files.createTempFile(folder, service.module(), ".log");
    Path jar = service.jar(Path.of(System.getProperty("project.root")));
    ProcessBuilder builder =
        new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new ServiceJar(builder.start(), log);
  }

  /** Sends SIGTERM, as a platform does that wants the process to end. */
  void terminate() {
    process.destroy();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /**
   * Waits for its end.
   *
   * @return its exit code
   */
  int ended(Duration limit) throws InterruptedException {
    if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AssertionError("it still runs after " + limit);
    }
    return process.exitValue();
  }

  String output() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
