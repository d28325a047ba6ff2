package com.aicashevolution.deploy;

import static com.aicashevolution.deploy.KubernetesObjects.at;
import static com.aicashevolution.deploy.KubernetesObjects.containers;
import static com.aicashevolution.deploy.KubernetesObjects.kind;
import static com.aicashevolution.deploy.KubernetesObjects.list;
import static com.aicashevolution.deploy.KubernetesObjects.name;
import static com.aicashevolution.deploy.KubernetesObjects.selects;
import static com.aicashevolution.deploy.KubernetesObjects.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kubernetes.client.openapi.JSON;
import io.kubernetes.client.util.ModelMapper;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KubernetesManifestsTest {

  private static final Set<String> CUSTOM_RESOURCES =
      Set.of("ScaledObject", "Gateway", "HTTPRoute", "ServiceMonitor");

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void everyObjectHasOnlyKnownFieldsOfTheRightType(String overlay) throws Exception {
    List<String> problems = new ArrayList<>();
    for (JsonObject object : KubernetesObjects.of(overlay).all()) {
      if (CUSTOM_RESOURCES.contains(kind(object))) {
        continue;
      }
      Class<?> type = ModelMapper.getApiTypeClass(text(object, "apiVersion"), kind(object));
      assertThat(type).as("%s %s", text(object, "apiVersion"), kind(object)).isNotNull();
      try {
        type.getMethod("validateJsonElement", JsonElement.class).invoke(null, object);
        assertThat((Object) JSON.getGson().fromJson(object, type)).isNotNull();
      } catch (InvocationTargetException e) {
        problems.add(kind(object) + " " + name(object) + ": " + e.getTargetException());
      }
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void everyContainerIsPinnedBoundedAndConfined(String overlay) {
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, JsonObject> pod : KubernetesObjects.of(overlay).podTemplates()) {
      JsonObject spec = at(pod.getValue(), "spec");
      if (!text(spec, "automountServiceAccountToken").equals("false")) {
        problems.add(pod.getKey() + " mounts a service account token");
      }
      if (!text(at(spec, "securityContext"), "runAsNonRoot").equals("true")) {
        problems.add(pod.getKey() + " may run as root");
      }
      for (JsonObject container : containers(pod.getValue())) {
        String who = pod.getKey() + "/" + text(container, "name");
        String image = text(container, "image");
        if (!image.matches(".+/?[^:]+:[^:]+") || image.endsWith(":latest")) {
          problems.add(who + " has no fixed image tag: " + image);
        }
        JsonObject resources = at(container, "resources");
        for (String need : List.of("requests", "limits")) {
          if (!at(resources, need).keySet().containsAll(Set.of("cpu", "memory"))) {
            problems.add(who + " lacks " + need + " of cpu and memory");
          }
        }
        if (!text(at(resources, "requests"), "memory")
            .equals(text(at(resources, "limits"), "memory"))) {
          problems.add(who + " has a memory request other than its limit");
        }
        JsonObject security = at(container, "securityContext");
        if (!text(security, "readOnlyRootFilesystem").equals("true")
            || !text(security, "allowPrivilegeEscalation").equals("false")
            || !at(security, "capabilities").toString().contains("ALL")) {
          problems.add(who + " is not confined: " + security);
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void everySelectorSelectsAndEveryPortExists(String overlay) {
    KubernetesObjects objects = KubernetesObjects.of(overlay);
    List<String> problems = new ArrayList<>();
    objects
        .ofKind("Service")
        .forEach(
            service -> {
              JsonObject selector = at(service, "spec", "selector");
              List<JsonObject> pods = podsSelectedBy(objects, selector);
              if (pods.isEmpty()) {
                problems.add("Service " + name(service) + " selects nothing");
              }
              Set<String> ports = pods.stream().flatMap(p -> portNames(p).stream()).collect(set());
              list(at(service, "spec"), "ports")
                  .map(port -> text(port, "targetPort"))
                  .filter(port -> !ports.contains(port))
                  .forEach(port -> problems.add(name(service) + " has no port " + port));
            });
    for (String kind : List.of("PodDisruptionBudget", "NetworkPolicy")) {
      String selectorName = kind.equals("NetworkPolicy") ? "podSelector" : "selector";
      objects
          .ofKind(kind)
          .filter(o -> !at(o, "spec", selectorName, "matchLabels").isEmpty())
          .filter(
              o -> podsSelectedBy(objects, at(o, "spec", selectorName, "matchLabels")).isEmpty())
          .forEach(o -> problems.add(kind + " " + name(o) + " selects nothing"));
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void everyServiceHasThreeProbesOnAPortItOpens(String overlay) {
    KubernetesObjects objects = KubernetesObjects.of(overlay);
    List<String> problems = new ArrayList<>();
    objects
        .ofKind("Deployment")
        .forEach(
            deployment -> {
              JsonObject template = at(deployment, "spec", "template");
              for (JsonObject container : containers(template)) {
                for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
                  String port = text(at(container, probe, "httpGet"), "port");
                  if (!portNames(template).contains(port)) {
                    problems.add(name(deployment) + " " + probe + " asks port '" + port + "'");
                  }
                }
                if (text(at(container, "livenessProbe", "httpGet"), "path").contains("ready")) {
                  problems.add(name(deployment) + " restarts when a dependency is down");
                }
              }
            });
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void replicasBelongToOneOwner(String overlay) {
    KubernetesObjects objects = KubernetesObjects.of(overlay);
    List<String> targets = new ArrayList<>();
    objects
        .ofKind("HorizontalPodAutoscaler")
        .forEach(hpa -> targets.add(text(at(hpa, "spec", "scaleTargetRef"), "name")));
    objects
        .ofKind("ScaledObject")
        .forEach(scaled -> targets.add(text(at(scaled, "spec", "scaleTargetRef"), "name")));
    assertThat(targets).doesNotHaveDuplicates().containsExactlyInAnyOrder("ml-api", "ml-inference");
    for (String target : targets) {
      JsonObject deployment = objects.named("Deployment", target).orElseThrow();
      assertThat(at(deployment, "spec").has("replicas")).as(target + " names replicas").isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void everyReferenceToAConfigurationOrSecretExists(String overlay) {
    KubernetesObjects objects = KubernetesObjects.of(overlay);
    Map<String, Set<String>> known =
        Project.yaml(Project.read("k8s/base/secrets.example.yaml")).stream()
            .collect(Collectors.toMap(o -> name(o), o -> at(o, "stringData").keySet()));
    List<String> problems = new ArrayList<>();
    for (Map.Entry<String, JsonObject> pod : objects.podTemplates()) {
      for (JsonObject container : containers(pod.getValue())) {
        list(container, "envFrom")
            .forEach(
                from -> {
                  String secret = text(at(from, "secretRef"), "name");
                  String config = text(at(from, "configMapRef"), "name");
                  if (!secret.isEmpty() && !known.containsKey(secret)) {
                    problems.add(pod.getKey() + " wants Secret " + secret);
                  }
                  if (!config.isEmpty() && objects.named("ConfigMap", config).isEmpty()) {
                    problems.add(pod.getKey() + " wants ConfigMap " + config);
                  }
                });
        list(container, "env")
            .map(env -> at(env, "valueFrom", "secretKeyRef"))
            .filter(ref -> !ref.isEmpty())
            .filter(
                ref -> !known.getOrDefault(text(ref, "name"), Set.of()).contains(text(ref, "key")))
            .forEach(ref -> problems.add(pod.getKey() + " wants " + ref));
        list(container, "env")
            .map(env -> at(env, "valueFrom", "configMapKeyRef"))
            .filter(ref -> !ref.isEmpty())
            .filter(
                ref ->
                    objects
                        .named("ConfigMap", text(ref, "name"))
                        .filter(map -> at(map, "data").has(text(ref, "key")))
                        .isEmpty())
            .forEach(ref -> problems.add(pod.getKey() + " wants " + ref));
      }
    }
    assertThat(problems).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"staging", "production"})
  void everyPortANetworkPolicyLetsInIsOneThePodOpens(String overlay) {
    KubernetesObjects objects = KubernetesObjects.of(overlay);
    List<String> problems = new ArrayList<>();
    objects
        .ofKind("NetworkPolicy")
        .forEach(
            policy -> {
              JsonObject selector = at(policy, "spec", "podSelector", "matchLabels");
              Set<String> open =
                  podsSelectedBy(objects, selector).stream()
                      .flatMap(pod -> portNumbers(pod).stream())
                      .collect(set());
              list(at(policy, "spec"), "ingress")
                  .flatMap(rule -> list(rule, "ports"))
                  .map(port -> number(text(port, "port")))
                  .filter(port -> !open.contains(port))
                  .forEach(port -> problems.add(name(policy) + " lets in on closed port " + port));
            });
    assertThat(problems).isEmpty();
    assertThat(objects.named("NetworkPolicy", "default-deny")).isPresent();
  }

  private static List<JsonObject> podsSelectedBy(KubernetesObjects objects, JsonObject selector) {
    return objects.podTemplates().stream()
        .map(Map.Entry::getValue)
        .filter(template -> selects(selector, at(template, "metadata", "labels")))
        .toList();
  }

  private static Set<String> portNames(JsonObject template) {
    return containers(template).stream()
        .flatMap(container -> list(container, "ports"))
        .map(port -> text(port, "name"))
        .collect(set());
  }

  private static Set<String> portNumbers(JsonObject template) {
    return containers(template).stream()
        .flatMap(container -> list(container, "ports"))
        .map(port -> number(text(port, "containerPort")))
        .collect(set());
  }

  private static String number(String text) {
    return text.isEmpty() ? text : String.valueOf((int) Double.parseDouble(text));
  }

  private static Collector<String, ?, Set<String>> set() {
    return Collectors.toSet();
  }
}
