package com.aicashevolution.localstack.command;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A service as far as the launcher can tell: an executable jar that can be unpacked, makes its
 * tables, answers {@code /health}, and starts in a tenth of the time. It hangs before it answers
 * while a file {@code hang} lies beside its jar.
 */
final class FakeService {

  private static final List<String> TABLES =
      List.of(
          "create table if not exists api_keys (key_id text primary key, name text, role text,"
              + " sha256 text, created_at timestamptz, created_by text)",
          "create table if not exists audit_log (at timestamptz, actor text, action text,"
              + " subject text, detail jsonb)",
          "create table if not exists market_candles (symbol text)",
          "create table if not exists ml_lines (champion text)");

  private FakeService() {}

  /** Writes it where the build would put the jar of {@code module}. */
  static Path writeJar(Path project, String module) throws IOException, ClassNotFoundException {
    Class<?> driver = Class.forName("org.postgresql.Driver");
    Path jar = project.resolve(module + "/target/" + module + "-1.0.0-SNAPSHOT-exec.jar");
    Files.createDirectories(jar.getParent());
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, FakeService.class.getName());
    attributes.put(
        Attributes.Name.CLASS_PATH,
        driver.getProtectionDomain().getCodeSource().getLocation().toString());
    attributes.putValue("Home", project.resolve(module).toString());
    String entry = FakeService.class.getName().replace('.', '/') + ".class";
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
        var compiled = FakeService.class.getResourceAsStream("FakeService.class")) {
      out.putNextEntry(new JarEntry(entry));
      compiled.transferTo(out);
    }
    return jar;
  }

  /** While it is there, the service of {@code module} does not answer. */
  static Path hang(Path project, String module) {
    return project.resolve(module).resolve("hang");
  }

  public static void main(String[] arguments) throws Exception {
    Path jar =
        Path.of(FakeService.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    if ("tools".equals(System.getProperty("jarmode"))) {
      Path folder = Path.of(arguments[2]);
      Files.createDirectories(folder);
      Files.copy(jar, folder.resolve(jar.getFileName()));
      return;
    }
    String name = String.valueOf(jar.getFileName());
    Path home;
    try (var opened = new java.util.jar.JarFile(jar.toFile())) {
      home = Path.of(opened.getManifest().getMainAttributes().getValue("Home"));
    }
    if (Files.exists(home.resolve("hang"))) {
      Thread.currentThread().join();
    }
    if (name.startsWith("ml-trainer")) {
      makeTables(System.getenv("DATABASE_URL"));
    }
    serve(port(name));
  }

  private static int port(String jar) {
    Map<String, String> variables = System.getenv();
    String port =
        jar.startsWith("ml-trainer")
            ? variables.get("TRAINING_PORT")
            : variables.get(jar.startsWith("ml-inference") ? "INFERENCE_PORT" : "PORT");
    return Integer.parseInt(port);
  }

  private static void makeTables(String url) throws SQLException {
    URI address = URI.create(url);
    String[] user = address.getUserInfo().split(":", 2);
    String jdbc =
        "jdbc:postgresql://%s:%d%s"
            .formatted(address.getHost(), address.getPort(), address.getPath());
    try (Connection connection = DriverManager.getConnection(jdbc, user[0], user[1]);
        Statement statement = connection.createStatement()) {
      for (String table : TABLES) {
        statement.execute(table);
      }
    }
  }

  private static void serve(int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = "{\"signals\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }
}
