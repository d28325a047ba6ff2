package com.aicashevolution.localstack.assembly;

import com.aicashevolution.localstack.LocalEngine;
import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.SupervisedProcess;
import com.aicashevolution.localstack.assembly.ComponentStatus.State;
import com.aicashevolution.localstack.keys.StackSecrets;
import com.aicashevolution.localstack.process.ChildProcess;
import com.aicashevolution.localstack.process.Lifetime;
import com.aicashevolution.localstack.process.Ports;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One complete stack: the engines and the three services, started in the order of their needs.
 *
 * <pre>
 *   postgres ∥ redis ∥ s3  ──►  ml-trainer ∥ ml-inference  ──►  ml-api
 * </pre>
 *
 * <p>Starting adopts what already runs in the same way, so that a second start after a
 * half-finished one resumes. Not thread-safe.
 */
public final class LocalStack {
  private final StackLayout layout;
  private static final Duration LETTING_GO = Duration.ofSeconds(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final StackPorts ports;
  private final StackEngines engines;
  private final StackEnvironment environment;
  private final List<ServiceProcess> services;

  public LocalStack(
      StackLayout layout,
      StackPorts ports,
      StackSecrets secrets,
      Lifetime lifetime,
      StackChoices choices) {
    this.layout = layout;
    this.ports = ports;
    this.engines = new StackEngines(layout, ports, secrets, lifetime, choices.external());
    this.environment =
        new StackEnvironment(ports, secrets, engines.environment(), choices.variables());
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    this.services =
        Arrays.stream(StackService.values())
            .map(
                service ->
                    new ServiceProcess(
                        service,
                        ServiceLaunch.of(
                            service, layout, ports.of(service), environment.of(service), lifetime),
                        http))
            .toList();
  }

  public StackLayout layout() {
    return layout;
  }

  public StackPorts ports() {
    return ports;
  }

  public StackEngines engines() {
    return engines;
  }

  /**
   * Starts what does not run yet and returns when everything answers.
   *
   * @param said gets a sentence per step
   */
  public void start(Consumer<String> said) {
    engines.start();
    said.accept("engines ready: " + names(engines.own().stream().map(LocalEngine::name).toList()));
    ServiceProcess trainer = services.getFirst();
    ServiceProcess inference = services.get(1);
    ServiceProcess api = services.get(2);
    trainer.launch();
    inference.launch();
    trainer.awaitHealthy();
    said.accept("ml-trainer answers on port " + trainer.port());
    inference.awaitHealthy();
    said.accept("ml-inference answers on port " + inference.port());
    api.launch();
    api.awaitHealthy();
    said.accept("ml-api answers on port " + api.port());
  }

  private static String names(List<String> names) {
    return names.isEmpty() ? "none of our own" : String.join(", ", names);
  }

  /** Stops everything, callers before what they call. Stopping what does not run is no error. */
  public void stop(Consumer<String> said) {
    for (ServiceProcess service : services.reversed()) {
      boolean ran = service.running().isPresent();
      service.stop();
      if (ran) {
        said.accept("stopped " + service.service().module());
      }
    }
    for (LocalEngine engine : engines.own().reversed()) {
      boolean ran = pid(engine.name()).isPresent();
      engine.stop();
      if (ran) {
        said.accept("stopped " + engine.name());
      }
    }
  }

  /**
   * Ends one component as a power cut would, with all its processes: SIGKILL, no farewell. Returns
   * when they are gone; what they had open is as they left it.
   */
  public void kill(String component) {
    pid(component).ifPresent(ChildProcess::kill);
    // a process is gone some time before its last thread lets go of what it listened on
    long deadline = System.nanoTime() + LETTING_GO.toNanos();
    while (!Ports.isFree(portOf(component)) && System.nanoTime() < deadline) {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Starts one component that does not run and returns when it answers. */
  public void start(String component) {
    for (LocalEngine engine : engines.own()) {
      if (engine.name().equals(component)) {
        engine.start();
        return;
      }
    }
    ServiceProcess service =
        services.stream()
            .filter(each -> each.service().module().equals(component))
            .findFirst()
            .orElseThrow(() -> new StackFailure("No component “%s”.".formatted(component)));
    service.launch();
    service.awaitHealthy();
  }

  private int portOf(String component) {
    return Stream.concat(
            engines.own().stream()
                .filter(engine -> engine.name().equals(component))
                .map(LocalEngine::port),
            services.stream()
                .filter(service -> service.service().module().equals(component))
                .map(ServiceProcess::port))
        .findFirst()
        .orElseThrow(() -> new StackFailure("No component “%s”.".formatted(component)));
  }

  /** What one component's own process, not its starter's, holds of the machine's memory. */
  public Optional<ProcessMemory> memoryOf(String component) {
    return pid(component).map(ChildProcess::programPid).flatMap(ProcessMemory::of);
  }

  /** The same of a service, after it collected its garbage. */
  public Optional<ProcessMemory> memoryAfterCollection(String service) {
    return pid(service).map(ChildProcess::programPid).flatMap(ProcessMemory::afterCollection);
  }

  /** Every component, engines first. */
  public List<ComponentStatus> status() {
    List<ComponentStatus> all = new ArrayList<>();
    for (LocalEngine engine : engines.own()) {
      all.add(status(engine.name(), engine.port(), pid(engine.name()), engine.isReady()));
    }
    for (ServiceProcess service : services) {
      all.add(
          status(
              service.service().module(), service.port(), service.running(), service.isHealthy()));
    }
    return all;
  }

  private static ComponentStatus status(
      String name, int port, Optional<ChildProcess> running, boolean answers) {
    if (running.isEmpty()) {
      return new ComponentStatus(name, State.DOWN, port, null, null, null);
    }
    var identity = running.get().identity();
    return new ComponentStatus(
        name,
        answers ? State.UP : State.SILENT,
        port,
        identity.pid(),
        identity.find().flatMap(found -> found.info().startInstant()).orElse(Instant.EPOCH),
        ProcessMemory.of(identity.pid()).orElse(null));
  }

  private Optional<ChildProcess> pid(String component) {
    return new SupervisedProcess(component, layout.run().resolve(component + ".pid"), 0).running();
  }

  /** The log of one component. */
  public Path log(String component) {
    boolean known =
        status().stream().anyMatch(each -> each.name().equals(component))
            || "simulate".equals(component);
    if (!known) {
      throw new StackFailure(
          "No component “%s”: there are %s."
              .formatted(component, names(status().stream().map(ComponentStatus::name).toList())));
    }
    return layout.logs().resolve(component + ".log");
  }

  /** The variables for the command line of a service's jar, {@code cli import} say. */
  public Map<String, String> toolEnvironment() {
    Map<String, String> variables = new LinkedHashMap<>(environment.of(StackService.API));
    variables.remove("MANAGEMENT_PORT");
    variables.remove("PORT");
    return variables;
  }

  /** What a person's shell needs to talk to this stack. */
  public Map<String, String> shellEnvironment(String apiKey) {
    Map<String, String> variables = new LinkedHashMap<>(environment.urls());
    variables.put("ML_API_KEY", apiKey);
    variables.putAll(environment.backing());
    return variables;
  }
}
