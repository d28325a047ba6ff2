package com.aicashevolution.deploy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;

/** The objects an overlay renders to, and questions about them. */
record KubernetesObjects(List<JsonObject> all) {

  /** Renders an overlay; skips the test where kubectl is not installed, unless this is CI. */
  static KubernetesObjects of(String overlay) {
    Assumptions.assumeTrue(
        System.getenv("CI") != null || Project.isInstalled("kubectl"),
        "kubectl is not installed here, so the overlays cannot be rendered");
    return new KubernetesObjects(
        Project.yaml(Project.run("kubectl", "kustomize", "k8s/overlays/" + overlay)));
  }

  Stream<JsonObject> ofKind(String kind) {
    return all.stream().filter(object -> kind(object).equals(kind));
  }

  Optional<JsonObject> named(String kind, String name) {
    return ofKind(kind).filter(object -> name(object).equals(name)).findFirst();
  }

  /** Pod templates of deployments and jobs, with the name of what owns them. */
  List<Map.Entry<String, JsonObject>> podTemplates() {
    List<Map.Entry<String, JsonObject>> templates = new ArrayList<>();
    for (JsonObject object : all) {
      switch (kind(object)) {
        case "Deployment", "Job" ->
            templates.add(Map.entry(name(object), at(object, "spec", "template")));
        case "CronJob" ->
            templates.add(
                Map.entry(name(object), at(object, "spec", "jobTemplate", "spec", "template")));
        default -> {}
      }
    }
    return templates;
  }

  static List<JsonObject> containers(JsonObject template) {
    JsonObject spec = at(template, "spec");
    return Stream.concat(list(spec, "initContainers"), list(spec, "containers")).toList();
  }

  static String kind(JsonObject object) {
    return object.get("kind").getAsString();
  }

  static String name(JsonObject object) {
    return at(object, "metadata").get("name").getAsString();
  }

  /** The object at a path of names; an empty one where there is none. */
  static JsonObject at(JsonObject object, String... names) {
    JsonObject here = object;
    for (String name : names) {
      JsonElement next = here.get(name);
      if (next == null || !next.isJsonObject()) {
        return new JsonObject();
      }
      here = next.getAsJsonObject();
    }
    return here;
  }

  static Stream<JsonObject> list(JsonObject object, String name) {
    JsonElement value = object.get(name);
    JsonArray array = value == null ? new JsonArray() : value.getAsJsonArray();
    return StreamSupport.stream(array.spliterator(), false)
        .filter(JsonElement::isJsonObject)
        .map(JsonElement::getAsJsonObject);
  }

  static String text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value instanceof JsonPrimitive primitive ? primitive.getAsString() : "";
  }

  /** Whether every label that {@code selector} wants is in {@code labels}. */
  static boolean selects(JsonObject selector, JsonObject labels) {
    return new TreeSet<>(selector.keySet())
        .stream().allMatch(key -> selector.get(key).equals(labels.get(key)));
  }
}
