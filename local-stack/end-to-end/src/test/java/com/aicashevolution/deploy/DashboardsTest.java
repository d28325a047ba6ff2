package com.aicashevolution.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.monitoring.GrafanaDashboards;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DashboardsTest {

  @Test
  void grafanasFilesAreMadeFromThePanelsAPersonWrote() throws IOException {
    SortedMap<String, String> made =
        GrafanaDashboards.render(Project.path("monitoring/grafana/panels"));
    Map<String, String> committed = new TreeMap<>();
    for (Path file : Project.files("monitoring/grafana/dashboards", ".json")) {
      committed.put(String.valueOf(file.getFileName()), Files.readString(file));
    }
    assertThat(committed).as("run ./ml dashboards after changing a panel").isEqualTo(made);
    assertThat(made)
        .containsOnlyKeys(
            "executive.json", "infrastructure.json", "technical.json", "trading.json");
  }
}
