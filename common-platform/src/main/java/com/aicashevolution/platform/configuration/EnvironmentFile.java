package com.aicashevolution.platform.configuration;

import com.aicashevolution.platform.configuration.EnvironmentVariable.Need;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The catalogue as the file {@code .env.example}. What must be set is an assignment, and empty
 * where it is a secret: a copied file starts nothing with a key that everybody knows.
 */
public final class EnvironmentFile {

  private static final int WIDTH = 100;

  private static final String HEAD =
      """
      # Copy to .env (which git ignores) and fill in what is empty. Made from EnvironmentCatalogue, as
      # docs/ENVIRONMENT.md is; EnvironmentFileTest fails when it is out of date and, run with
      # -Ddocs.write=true, writes it anew. An empty value counts as not set.

      # --- docker-compose.production.yml alone ---

      # Which images; a version, never latest.
      IMAGE_TAG=1.0.0
      # Where the images are.
      # IMAGE_PREFIX=ghcr.io/example/ml-trading

      # --- the services ---
      """;

  /** The production file keeps models in S3 and will not start without a bucket. */
  private static final Set<String> NEEDED_BY_COMPOSE = Set.of("S3_BUCKET", "USE_S3_STORAGE");

  private EnvironmentFile() {}

  public static String text() {
    return EnvironmentCatalogue.variables().stream()
        .map(EnvironmentFile::entry)
        .collect(Collectors.joining("\n", HEAD + "\n", ""));
  }

  private static String entry(EnvironmentVariable variable) {
    boolean needed = variable.need() != Need.OPTIONAL;
    boolean assigned = needed || NEEDED_BY_COMPOSE.contains(variable.name());
    String example = variable.name() + "=" + variable.example();
    String assignment =
        assigned && variable.secret()
            ? "# for example " + example + "\n" + variable.name() + "="
            : (assigned ? "" : "# ") + example;
    return comment((needed ? "Needed. " : "") + variable.description()) + assignment + "\n";
  }

  private static String comment(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder("#");
    for (String word : text.split(" ")) {
      if (line.length() + 1 + word.length() > WIDTH) {
        lines.add(line.toString());
        line = new StringBuilder("#");
      }
      line.append(' ').append(word);
    }
    lines.add(line.toString());
    return String.join("\n", lines) + "\n";
  }
}
