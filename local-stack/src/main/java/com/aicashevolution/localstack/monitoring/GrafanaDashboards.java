package com.aicashevolution.localstack.monitoring;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes Grafana's JSON from the panels a person wrote. */
public final class GrafanaDashboards {

  private static final int GRID_COLUMNS = 24;
  private static final int PANEL_HEIGHT = 7;
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final YAMLMapper YAML = new YAMLMapper();

  private GrafanaDashboards() {}

  /** Remakes the committed dashboards of the checkout in {@code args[0]}. */
  public static void main(String[] args) throws IOException {
    Path grafana = Path.of(args[0], "monitoring", "grafana");
    write(grafana.resolve("panels"), grafana.resolve("dashboards"));
  }

  /** File name to content of every dashboard that {@code panels} describes. */
  public static SortedMap<String, String> render(Path panels) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> specs = Files.list(panels)) {
      for (Path spec : specs.sorted().toList()) {
        String name = String.valueOf(spec.getFileName()).replace(".yml", ".json");
        files.put(name, JSON.writeValueAsString(dashboard(read(spec))) + "\n");
      }
    }
    return files;
  }

  /** Writes what {@link #render} makes into {@code target}. */
  public static List<Path> write(Path panels, Path target) throws IOException {
    Files.createDirectories(target);
    for (Map.Entry<String, String> file : render(panels).entrySet()) {
      Files.writeString(target.resolve(file.getKey()), file.getValue());
    }
    try (Stream<Path> written = Files.list(target)) {
      return written.sorted().toList();
    }
  }

  static DashboardSpec read(Path spec) throws IOException {
    return YAML.readValue(spec.toFile(), DashboardSpec.class);
  }

  private static ObjectNode dashboard(DashboardSpec spec) {
    ObjectNode root = JSON.createObjectNode();
    root.put("uid", spec.uid()).put("title", spec.title());
    root.put("schemaVersion", 39).put("version", 1).put("refresh", "30s").put("editable", false);
    root.putArray("tags").add("ml-trading");
    root.putObject("time").put("from", "now-6h").put("to", "now");
    root.put("timezone", "utc");
    ArrayNode panels = root.putArray("panels");
    int id = 1;
    int y = 0;
    for (DashboardSpec.Row row : spec.rows()) {
      panels.add(heading(row.title(), id++, y++));
      int x = 0;
      for (DashboardSpec.Panel panel : row.panels()) {
        if (x + panel.width() > GRID_COLUMNS) {
          x = 0;
          y += PANEL_HEIGHT;
        }
        panels.add(panel(panel, id++, x, y));
        x += panel.width();
      }
      y += PANEL_HEIGHT;
    }
    return root;
  }

  private static ObjectNode heading(String title, int id, int y) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", id).put("type", "row").put("title", title).put("collapsed", false);
    position(node, 0, y, GRID_COLUMNS, 1);
    node.putArray("panels");
    return node;
  }

  private static ObjectNode panel(DashboardSpec.Panel panel, int id, int x, int y) {
    ObjectNode node = JSON.createObjectNode();
    node.put("id", id).put("type", panel.type()).put("title", panel.title());
    if (panel.note() != null) {
      node.put("description", panel.note());
    }
    position(node, x, y, panel.width(), PANEL_HEIGHT);
    node.putObject("datasource").put("type", "prometheus").put("uid", "prometheus");
    ObjectNode defaults = node.putObject("fieldConfig").putObject("defaults");
    defaults.put("unit", panel.unit());
    if (panel.thresholds() != null) {
      thresholds(defaults, panel.thresholds());
    }
    ArrayNode targets = node.putArray("targets");
    char ref = 'A';
    for (DashboardSpec.Series series : panel.queries()) {
      ObjectNode target = targets.addObject();
      target.put("refId", String.valueOf(ref++)).put("expr", series.expr());
      if (series.legend() != null) {
        target.put("legendFormat", series.legend());
      }
    }
    return node;
  }

  private static void thresholds(ObjectNode defaults, Map<String, Double> thresholds) {
    ArrayNode steps = defaults.putObject("thresholds").put("mode", "absolute").putArray("steps");
    thresholds.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .forEach(
            step -> {
              ObjectNode node = steps.addObject().put("color", step.getKey());
              // the lowest step has no value: it is the colour below all others
              if (steps.size() == 1) {
                node.putNull("value");
              } else {
                node.put("value", step.getValue());
              }
            });
  }

  private static void position(ObjectNode node, int x, int y, int width, int height) {
    node.putObject("gridPos").put("x", x).put("y", y).put("w", width).put("h", height);
  }
}
