package com.aicashevolution.platform.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.platform.configuration.EnvironmentVariable.Need;
import com.aicashevolution.platform.configuration.EnvironmentVariable.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EnvironmentFileTest {

  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Path FILE = ROOT.resolve(".env.example");
  private static final Pattern ASSIGNMENT = Pattern.compile("(?m)^(# )?([A-Z][A-Z0-9_]+)=(.*)$");

  /** Of compose, not of the services. */
  private static final Set<String> COMPOSE = Set.of("IMAGE_TAG", "IMAGE_PREFIX");

  private static final Map<String, EnvironmentVariable> CATALOGUE =
      EnvironmentCatalogue.variables().stream()
          .collect(Collectors.toMap(EnvironmentVariable::name, Function.identity()));

  private static Map<String, MatchResult> assignments() throws IOException {
    return ASSIGNMENT
        .matcher(Files.readString(FILE))
        .results()
        .collect(Collectors.toMap(found -> found.group(2), Function.identity()));
  }

  @BeforeAll
  static void writeIfAsked() throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      Files.writeString(FILE, EnvironmentFile.text());
    }
  }

  @Test
  void isTheFileAtTheTop() {
    assertThat(FILE).hasContent(EnvironmentFile.text());
  }

  @Test
  void namesEveryVariableOnceAndNoOther() throws IOException {
    Set<String> known = new TreeSet<>(CATALOGUE.keySet());
    known.addAll(COMPOSE);

    assertThat(assignments().keySet()).isEqualTo(known);
  }

  @Test
  void assignsWhatIsNeededAndNoSecret() throws IOException {
    Map<String, String> assigned = new TreeMap<>();
    assignments()
        .forEach(
            (name, found) -> {
              if (found.group(1) == null) {
                assigned.put(name, found.group(3));
              }
            });

    assertThat(assigned.keySet())
        .containsAll(
            CATALOGUE.values().stream()
                .filter(variable -> variable.need() != Need.OPTIONAL)
                .map(EnvironmentVariable::name)
                .toList());
    assigned.forEach(
        (name, value) -> {
          EnvironmentVariable variable = CATALOGUE.get(name);
          if (variable != null && variable.secret()) {
            assertThat(value).as(name).isEmpty();
          } else if (variable != null) {
            assertThat(variable.read(value)).as(name).isInstanceOf(Reading.Understood.class);
          }
        });
  }

  @Test
  void offersEverythingThatComposeAsksForAndAssignsWhatItInsistsOn() throws IOException {
    String compose = Files.readString(ROOT.resolve("docker-compose.production.yml"));
    Map<String, MatchResult> assignments = assignments();

    assertThat(names(compose, "\\$\\{([A-Z0-9_]+)")).isSubsetOf(assignments.keySet()).isNotEmpty();
    assertThat(names(compose, "\\$\\{([A-Z0-9_]+):\\?"))
        .isNotEmpty()
        .allSatisfy(
            name ->
                assertThat(assignments)
                    .hasEntrySatisfying(
                        name, match -> assertThat(match.group(1)).as(name).isNull()));
  }

  private static Set<String> names(String text, String pattern) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
