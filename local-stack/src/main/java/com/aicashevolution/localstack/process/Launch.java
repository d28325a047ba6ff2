package com.aicashevolution.localstack.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start.
 *
 * @param name as a person calls it, for messages
 * @param command program and arguments, never through a shell
 * @param environment variables on top of the inherited ones
 * @param log file that standard output and error are appended to
 * @param lifetime whether it ends with this JVM
 */
public record Launch(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path log,
    Lifetime lifetime) {
  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("command must name a program");
    }
  }
}
