package com.aicashevolution.platform.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/security/database-roles.md tells an operator to run, and what it says it grants. */
final class DocumentedRoles {

  private static final Path PAGE =
      Path.of(System.getProperty("project.root"), "docs", "security", "database-roles.md");
  private static final Pattern STATEMENTS = Pattern.compile("(?s)```sql\n(.*?)```");
  private static final Pattern GRANT =
      Pattern.compile("\\('(\\w+)',\\s*'(\\w+)',\\s*'([a-z, ]+)'\\)");

  private DocumentedRoles() {}

  /** The statements of the page, as an operator pastes them. */
  static List<String> statements() {
    List<String> blocks = new ArrayList<>();
    Matcher block = STATEMENTS.matcher(page());
    while (block.find()) {
      blocks.add(block.group(1));
    }
    return blocks;
  }

  /** What the page lets each role do: role, table, verbs. */
  static Map<String, Map<String, Set<String>>> grants() {
    Map<String, Map<String, Set<String>>> grants = new TreeMap<>();
    Matcher row = GRANT.matcher(page());
    while (row.find()) {
      grants
          .computeIfAbsent(row.group(1), role -> new TreeMap<>())
          .put(row.group(2), new TreeSet<>(List.of(row.group(3).split(", "))));
    }
    return grants;
  }

  private static String page() {
    try {
      return Files.readString(PAGE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
