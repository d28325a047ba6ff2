package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.process.Launch;
import com.aicashevolution.localstack.process.Lifetime;
import com.aicashevolution.localstack.process.Programs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How one service is to be started.
 *
 * @param jar what it runs from
 * @param port where it will listen
 * @param launch the process
 * @param pidFile where the process is remembered
 */
record ServiceLaunch(UnpackedJar jar, int port, Launch launch, Path pidFile) {
  /**
   * The heap is given room and kept from growing into it idly; objects have compact headers,
   * metadata and compiled code grow to their size without a full collection of the heap on the way,
   * and a service that runs out of memory ends instead of limping.
   */
  static ServiceLaunch of(
      StackService service,
      StackLayout layout,
      int port,
      Map<String, String> environment,
      Lifetime lifetime) {
    UnpackedJar jar =
        new UnpackedJar(
            service.jar(layout.project()), layout.run().resolve("jars").resolve(service.module()));
    List<String> command = new ArrayList<>(jvm(service));
    command.addAll(List.of("-jar", jar.thinJar().toString()));
    if (service.givesWay()) {
      command = Programs.givingWay(command);
    }
    Map<String, String> variables = new TreeMap<>(environment);
    // Two stacks beside each other must not share what waits for their databases, or was in them.
    variables.put("SPOOL_DIRECTORY", layout.home().resolve("spool").toString());
    variables.put("ARTIFACT_CACHE_DIRECTORY", layout.home().resolve("artifacts").toString());
    Launch launch =
        new Launch(
            service.module(),
            command,
            variables,
            layout.logs().resolve(service.module() + ".log"),
            lifetime);
    return new ServiceLaunch(jar, port, launch, layout.run().resolve(service.module() + ".pid"));
  }

  /** A JVM with the flags that every process of ours gets. */
  static List<String> jvm(StackService service) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(service.flags());
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:MetaspaceSize=96m",
            "-XX:SweeperThreshold=40",
            "-XX:+ExitOnOutOfMemoryError",
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Duser.timezone=UTC"));
    return command;
  }

  /** Equal exactly when a process started now would be the same: command, jar, environment. */
  String fingerprint() {
    try {
      String text = launch.command() + "\n" + new TreeMap<>(launch.environment());
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
