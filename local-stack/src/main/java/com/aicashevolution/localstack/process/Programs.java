package com.aicashevolution.localstack.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The operating system's own programs. */
public final class Programs {
  private Programs() {}

  /** Whether a program of that name is on the search path. */
  public static boolean isInstalled(String name) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    for (String folder : path.split(File.pathSeparator)) {
      if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, name))) {
        return true;
      }
    }
    return false;
  }

  /** The same command, giving way to others where the system can say so. */
  public static List<String> givingWay(List<String> command) {
    if (!isInstalled("nice")) {
      return command;
    }
    List<String> nice = new ArrayList<>(List.of("nice", "-n", "10"));
    nice.addAll(command);
    return nice;
  }

  /**
   * Runs a short program to its end.
   *
   * @return its output, standard error included, and its exit code
   */
  public static Outcome run(List<String> command) throws IOException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException(command.getFirst() + " did not end within 60 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while running " + command.getFirst(), e);
    }
    return new Outcome(process.exitValue(), output);
  }

  /** How a program ended. */
  public record Outcome(int exitCode, String output) {
    public boolean succeeded() {
      return exitCode == 0;
    }
  }
}
