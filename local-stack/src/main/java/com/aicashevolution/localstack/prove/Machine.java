package com.aicashevolution.localstack.prove;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** On what a figure was measured. */
final class Machine {
  private Machine() {}

  static String describe() {
    return "%d × %s, %s, Java %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            processor(),
            System.getProperty("os.name"),
            Runtime.version().feature());
  }

  private static String processor() {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/cpuinfo"))) {
        if (line.startsWith("model name")) {
          return line.substring(line.indexOf(':') + 1).strip();
        }
      }
    } catch (IOException e) {
      // not Linux
    }
    return System.getProperty("os.arch");
  }
}
