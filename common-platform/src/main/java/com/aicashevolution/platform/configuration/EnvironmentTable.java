package com.aicashevolution.platform.configuration;

import com.aicashevolution.platform.configuration.EnvironmentVariable.Need;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The catalogue as the page {@code docs/ENVIRONMENT.md}. */
public final class EnvironmentTable {

  private static final String HEAD =
      """
      # Environment

      Made from `EnvironmentCatalogue`; `EnvironmentTableTest` fails when it is out of date and, run
      with `-Ddocs.write=true`, writes it anew.

      A variable that is missing or malformed stops the service at start with its name, what was
      expected and an example; the value of a secret is never shown. An empty value counts as not
      set. Where two names set the same thing the one further up wins.

      | variable | read by | needed | what it does | example |
      |---|---|---|---|---|
      """;

  private EnvironmentTable() {}

  public static String markdown() {
    return EnvironmentCatalogue.variables().stream()
        .map(EnvironmentTable::row)
        .collect(Collectors.joining("\n", HEAD, "\n"));
  }

  private static String row(EnvironmentVariable variable) {
    return String.join(
            " | ",
            "| `" + variable.name() + "`" + (variable.secret() ? " (secret)" : ""),
            readers(variable),
            variable.need() == Need.OPTIONAL ? "" : "yes",
            variable.description(),
            "`" + variable.example() + "`")
        + " |";
  }

  private static String readers(EnvironmentVariable variable) {
    if (variable.property() == null) {
      return "`./ml`";
    }
    return variable.services().size() == PlatformService.values().length
        ? "all"
        : Arrays.stream(PlatformService.values())
            .filter(variable::isReadBy)
            .map(PlatformService::applicationName)
            .collect(Collectors.joining(", "));
  }
}
