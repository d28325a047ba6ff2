package com.aicashevolution.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The production classes of every module, as compiled. */
final class House {
  static final String ROOT = "com.aicashevolution";

  static final List<String> MODULES =
      List.of(
          "common-model", "common-platform", "local-stack", "ml-trainer", "ml-inference", "ml-api");

  /** Last parts of packages that name a technology instead of a feature. */
  static final List<String> TECHNOLOGIES =
      List.of("jdbc", "redis", "s3", "file", "http", "web", "dl4j", "tribuo", "csv", "xchart");

  /** The features of common-model: pure Java that everybody may know. */
  static final List<String> MODEL_PACKAGES =
      List.of(
          "market",
          "indicator",
          "feature",
          "label",
          "lstm",
          "model",
          "signal",
          "evaluation",
          "attribution",
          "drift",
          "rollout",
          "trade");

  private House() {}

  static JavaClasses classes() {
    return Imported.CLASSES;
  }

  static Path projectRoot() {
    return Path.of(System.getProperty("project.root"));
  }

  private static final class Imported {
    static final JavaClasses CLASSES = imported();

    private static JavaClasses imported() {
      List<Path> folders =
          MODULES.stream()
              .map(module -> projectRoot().resolve(module).resolve("target/classes"))
              .toList();
      for (Path folder : folders) {
        if (!Files.isDirectory(folder)) {
          throw new IllegalStateException(
              folder + " is missing: the rules would hold over nothing");
        }
      }
      return new ClassFileImporter().importPaths(folders);
    }
  }
}
