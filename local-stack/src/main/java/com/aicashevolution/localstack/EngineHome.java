package com.aicashevolution.localstack;

import com.aicashevolution.localstack.process.Launch;
import com.aicashevolution.localstack.process.Lifetime;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Where one engine lives.
 *
 * @param data its files, created when absent
 * @param log its output
 * @param pidFile which process it is, for the next JVM
 * @param lifetime whether it ends with this JVM
 */
public record EngineHome(Path data, Path log, Path pidFile, Lifetime lifetime) {
  public EngineHome {
    data = data.toAbsolutePath().normalize();
    log = log.toAbsolutePath().normalize();
    pidFile = pidFile.toAbsolutePath().normalize();
  }

  /** A home below one folder: {@code data/NAME}, {@code logs/NAME.log}, {@code run/NAME.pid}. */
  public static EngineHome below(Path folder, String name, Lifetime lifetime) {
    return new EngineHome(
        folder.resolve("data").resolve(name),
        folder.resolve("logs").resolve(name + ".log"),
        folder.resolve("run").resolve(name + ".pid"),
        lifetime);
  }

  Launch launch(String name, List<String> command) {
    return new Launch(name, command, Map.of("TZ", "UTC", "LC_ALL", "C"), log, lifetime);
  }
}
