package com.aicashevolution.deploy;

import static com.aicashevolution.deploy.KubernetesObjects.at;
import static com.aicashevolution.deploy.KubernetesObjects.list;
import static com.aicashevolution.deploy.KubernetesObjects.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DeployablesTest {

  private static final JsonObject COMPOSE = Project.yamlFile("docker-compose.production.yml");

  @Test
  void onlyTheDoorIsPublished() {
    List<String> published =
        services().entrySet().stream()
            .filter(service -> service.getValue().has("ports"))
            .map(Map.Entry::getKey)
            .toList();
    assertThat(published).containsExactly("nginx");
  }

  @Test
  void everyComposeServiceIsPinnedAndBounded() {
    List<String> problems = new ArrayList<>();
    services()
        .forEach(
            (name, service) -> {
              String image = text(service, "image");
              if (!image.contains(":") || image.endsWith(":latest")) {
                problems.add(name + " has no fixed image tag: " + image);
              }
              if (at(service, "deploy", "resources", "limits").size() != 2) {
                problems.add(name + " lacks limits of cpus and memory");
              }
            });
    assertThat(problems).isEmpty();
  }

  @Test
  void everyFileThatComposeMountsIsHereOrIsASecret() {
    Set<String> mounted = new TreeSet<>();
    services()
        .values()
        .forEach(
            service -> {
              JsonElement volumes = service.get("volumes");
              if (volumes != null) {
                volumes.getAsJsonArray().forEach(v -> mounted.add(v.getAsString().split(":")[0]));
              }
            });
    List<String> missing =
        mounted.stream()
            .filter(path -> path.startsWith("./") && !path.startsWith("./secrets/"))
            .filter(path -> !Files.exists(Project.path(path)))
            .toList();
    assertThat(missing).isEmpty();
  }

  @Test
  void everythingTheDockerfileCopiesIsHere() {
    Matcher copy =
        Pattern.compile("^COPY (?!--from)(.+) \\S+$", Pattern.MULTILINE)
            .matcher(Project.read("Dockerfile"));
    List<String> missing = new ArrayList<>();
    int sources = 0;
    while (copy.find()) {
      for (String source : copy.group(1).split(" ")) {
        sources++;
        if (!Files.exists(Project.path(source))) {
          missing.add(source);
        }
      }
    }
    assertThat(sources).isGreaterThan(10);
    assertThat(missing).isEmpty();
  }

  @Test
  void theImageStartsAsNobodyInParticularAndFromAFixedBase() {
    String dockerfile = Project.read("Dockerfile");
    assertThat(dockerfile).contains("USER 10001:10001");
    Matcher base = Pattern.compile("_IMAGE=(\\S+)").matcher(dockerfile);
    while (base.find()) {
      assertThat(base.group(1)).matches("[^:]+:\\d+\\.\\d+\\.\\d+\\S+");
    }
  }

  @Test
  void everyActionIsPinnedByItsCommit() throws IOException {
    List<String> problems = new ArrayList<>();
    for (Path workflow : Project.files(".github/workflows", ".yml")) {
      for (String line : Files.readAllLines(workflow)) {
        Matcher uses = Pattern.compile("uses: (\\S+)@(\\S+)(.*)").matcher(line);
        if (uses.find()
            && !(uses.group(2).matches("[0-9a-f]{40}") && uses.group(3).contains("# v"))) {
          problems.add(workflow.getFileName() + ": " + line.strip());
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void everyAlertHasARunbookAndEveryRunbookItsAlert() throws IOException {
    Set<String> alerts = new TreeSet<>();
    List<String> problems = new ArrayList<>();
    for (String file : List.of("alerts.yml", "slo.yml")) {
      list(Project.yamlFile("monitoring/prometheus/rules/" + file), "groups")
          .flatMap(group -> list(group, "rules"))
          .forEach(
              rule -> {
                String alert = text(rule, "alert");
                String runbook = text(at(rule, "annotations"), "runbook_url");
                alerts.add(alert);
                if (!Files.exists(Project.path(runbook))) {
                  problems.add(alert + " points at " + runbook);
                } else if (!Project.read(runbook).contains("`" + alert + "`")) {
                  problems.add(runbook + " does not name " + alert);
                }
              });
    }
    for (Path runbook : Project.files("docs/runbooks", ".md")) {
      Matcher line =
          Pattern.compile("^Alerts: (.+)$", Pattern.MULTILINE).matcher(Files.readString(runbook));
      if (line.find()) {
        Matcher named = Pattern.compile("`(\\w+)`").matcher(line.group(1));
        while (named.find()) {
          if (!alerts.contains(named.group(1))) {
            problems.add(runbook.getFileName() + " names no alert: " + named.group(1));
          }
        }
      }
    }
    assertThat(problems).isEmpty();
    assertThat(alerts).hasSizeGreaterThan(20);
  }

  @Test
  void railwaysFileHasOnlyDocumentedKeys() {
    Set<String> documented =
        Set.of(
            "builder",
            "dockerfilePath",
            "watchPatterns",
            "startCommand",
            "preDeployCommand",
            "healthcheckPath",
            "healthcheckTimeout",
            "restartPolicyType",
            "restartPolicyMaxRetries",
            "overlapSeconds",
            "drainingSeconds",
            "numReplicas",
            "sleepApplication",
            "cronSchedule");
    Set<String> used = new TreeSet<>();
    Set<String> sections = new TreeSet<>();
    Matcher key =
        Pattern.compile("^(?:(\\w+) = .+|\\[(\\w+)])$", Pattern.MULTILINE)
            .matcher(Project.read("railway.toml"));
    while (key.find()) {
      if (key.group(1) != null) {
        used.add(key.group(1));
      } else {
        sections.add(key.group(2));
      }
    }
    assertThat(sections).containsExactly("build", "deploy");
    assertThat(used).isNotEmpty();
    assertThat(documented).containsAll(used);
  }

  private static Map<String, JsonObject> services() {
    return at(COMPOSE, "services").entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getAsJsonObject()));
  }
}
