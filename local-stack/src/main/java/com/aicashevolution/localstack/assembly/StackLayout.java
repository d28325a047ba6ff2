package com.aicashevolution.localstack.assembly;

import java.nio.file.Path;

/**
 * Where one stack keeps what it has.
 *
 * @param project the folder with the modules
 * @param home the stack's own folder, {@code .ml} in the project unless it is a test's
 */
public record StackLayout(Path project, Path home) {
  public StackLayout {
    project = project.toAbsolutePath().normalize();
    home = home.toAbsolutePath().normalize();
  }

  public static StackLayout of(Path project) {
    return new StackLayout(project, project.resolve(".ml"));
  }

  public Path data() {
    return home.resolve("data");
  }

  public Path logs() {
    return home.resolve("logs");
  }

  public Path run() {
    return home.resolve("run");
  }

  /** Passwords and keys, readable by their owner alone. */
  public Path keys() {
    return home.resolve("keys.env");
  }

  /** What was asked of the last {@code up}. */
  public Path settings() {
    return home.resolve("stack.properties");
  }
}
