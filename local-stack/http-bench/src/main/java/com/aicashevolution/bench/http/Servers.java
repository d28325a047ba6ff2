package com.aicashevolution.bench.http;

import com.aicashevolution.localstack.Folders;
import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.assembly.StackService;
import com.aicashevolution.localstack.process.Launch;
import com.aicashevolution.localstack.process.Lifetime;
import com.aicashevolution.localstack.process.Ports;
import com.aicashevolution.localstack.process.Programs;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The servers that are measured, all on one core: ml-inference and ml-api as their image starts
 * them, with the memory of the production compose file, and the peer with the same flags.
 *
 * @param stock port of the peer
 */
record Servers(List<PinnedServer> all, int stock) implements AutoCloseable {
  /** The core that servers are pinned to; the generator and the engines have another. */
  static final int CORE = 0;

  private static final String MEMORY = "-XX:MaxRAM=640m";

  static Servers start(BenchStack stack, String peerClassPath) throws IOException {
    HttpClient http = HttpClient.newHttpClient();
    List<PinnedServer> all = new ArrayList<>();
    int stock = Ports.free();
    Servers servers = new Servers(all, stock);
    try {
      all.add(PinnedServer.start(peer(stack, peerClassPath, stock), stock, CORE));
      for (StackService service : List.of(StackService.INFERENCE, StackService.API)) {
        all.add(PinnedServer.start(image(stack, service), stack.port(service), CORE));
      }
      all.getFirst().awaitReady(http, "/actuator/health");
      for (PinnedServer server : all.subList(1, all.size())) {
        server.awaitReady(http, "/health/ready");
      }
      return servers;
    } catch (IOException | RuntimeException failed) {
      servers.close();
      throw failed;
    }
  }

  private static Launch peer(BenchStack stack, String classPath, int port) {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseSerialGC",
            "-XX:MaxRAMPercentage=50",
            MEMORY,
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath,
            "com.aicashevolution.bench.stock.StockEcho",
            "--server.port=" + port,
            "--stock.key=" + stack.apiKey());
    Path log = stack.layout().logs().resolve("stock.log");
    return new Launch("stock", command, Map.of("TZ", "UTC"), log, Lifetime.WITH_PARENT);
  }

  /** The image's folder, made of the jar as the Dockerfile does. */
  static Launch image(BenchStack stack, StackService service) throws IOException {
    Path project = stack.layout().project();
    Path app = stack.layout().run().resolve("image").resolve(service.module());
    Folders.deleteRecursively(app);
    Path jar = service.jar(project);
    Programs.Outcome outcome =
        Programs.run(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djarmode=tools",
                "-jar",
                jar.toString(),
                "extract",
                "--destination",
                app.toString()));
    if (!outcome.succeeded()) {
      throw new StackFailure("%s could not be unpacked: %s".formatted(jar, outcome.output()));
    }
    Files.move(app.resolve(jar.getFileName()), app.resolve("app.jar"));
    Files.writeString(app.resolve("service"), service.module() + "\n");
    Path script = app.resolve("start-service.sh");
    Files.copy(project.resolve("deploy/start-service.sh"), script);
    Map<String, String> environment = new TreeMap<>(stack.environment(service));
    environment.put(
        "JAVA_OPTIONS", MEMORY + " " + System.getenv().getOrDefault("BENCH_JAVA_OPTIONS", ""));
    environment.put("BENCH_ECHO", "true");
    environment.put("SPOOL_DIRECTORY", stack.layout().home().resolve("spool").toString());
    environment.put(
        "ARTIFACT_CACHE_DIRECTORY", stack.layout().home().resolve("artifacts").toString());
    return new Launch(
        service.module(),
        List.of("bash", script.toString()),
        environment,
        stack.layout().logs().resolve(service.module() + ".log"),
        Lifetime.WITH_PARENT);
  }

  /** Processor time all of them have used. */
  ProcessorTime processorTime() {
    return all.stream()
        .map(PinnedServer::processorTime)
        .reduce(ProcessorTime.NONE, ProcessorTime::plus);
  }

  @Override
  public void close() {
    all.reversed().forEach(PinnedServer::close);
  }
}
