package com.aicashevolution.deploy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The checkout under test, and the documents in it. */
final class Project {

  static final Path ROOT = Path.of(System.getProperty("project.root", "../.."));

  private static final Gson GSON = new Gson();

  private Project() {}

  static Path path(String relative) {
    return ROOT.resolve(relative);
  }

  static String read(String relative) {
    try {
      return Files.readString(path(relative));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every document of a YAML text as JSON. */
  static List<JsonObject> yaml(String text) {
    List<JsonObject> documents = new ArrayList<>();
    for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text)) {
      JsonElement json = GSON.toJsonTree(document);
      if (json.isJsonObject()) {
        documents.add(json.getAsJsonObject());
      }
    }
    return documents;
  }

  static JsonObject yamlFile(String relative) {
    return yaml(read(relative)).getFirst();
  }

  /** Files below {@code relative} whose name ends with {@code suffix}, in order. */
  static List<Path> files(String relative, String suffix) {
    try (Stream<Path> walk = Files.walk(path(relative))) {
      return walk.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a command of this name is on the path. */
  static boolean isInstalled(String command) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, command)));
  }

  /** What a command prints; fails with its error output if it does not end with 0. */
  static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).directory(ROOT.toFile()).start();
      process.getOutputStream().close();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new AssertionError(String.join(" ", command) + " failed: " + err);
      }
      return out;
    } catch (IOException e) {
      throw new AssertionError(
          command[0] + " is needed for this check and could not be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
