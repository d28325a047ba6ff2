package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs {@code java -jar ml-api-….jar cli …} with the stack's environment. */
public final class JarTool {
  private final LocalStack stack;

  public JarTool(LocalStack stack) {
    this.stack = stack;
  }

  /**
   * Starts it.
   *
   * @param log where its output goes; null for our own output
   */
  public Process start(List<String> arguments, @Nullable Path log) {
    Path jar = StackService.API.jar(stack.layout().project());
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "--add-modules=jdk.incubator.vector",
                "-Duser.timezone=UTC",
                "-jar",
                jar.toString(),
                "cli"));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(stack.toolEnvironment());
    try {
      if (log == null) {
        builder.inheritIO();
      } else {
        Files.createDirectories(log.getParent());
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
      }
      return builder.start();
    } catch (IOException e) {
      throw new StackFailure("%s could not be started: %s".formatted(jar, e.getMessage()), e);
    }
  }

  public static int await(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted", e);
    }
  }
}
