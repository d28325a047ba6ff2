package com.aicashevolution.bench.http;

import com.aicashevolution.localstack.assembly.StackLayout;
import com.aicashevolution.localstack.assembly.StackService;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code ./ml bench http}. */
public final class HttpBench {
  private static final String CACHED = "\"cache_hit\":true";
  private static final String COMPUTED = "\"cache_hit\":false";
  private static final String ECHOED = "\"cci_value\":87.654321";

  private static final Duration TURN = Duration.ofSeconds(2);

  /** Share of processor time up to which the servers' compilers count as done. */
  private static final double COMPILERS_REST = 0.05;

  private final Plan plan;
  private final Servers servers;
  private final Map<Contestant, Tally> tallies = new LinkedHashMap<>();
  private long nextNumber;

  private HttpBench(Plan plan, Servers servers) {
    this.plan = plan;
    this.servers = servers;
  }

  /** See {@link Plan#of}; the system properties say where the project and the peer's jars are. */
  public static void main(String[] arguments) throws IOException, SQLException {
    Plan plan;
    try {
      plan = Plan.of(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
      return;
    }
    Path project = Path.of(System.getProperty("project.root"));
    Path home = StackLayout.of(project).home().resolve("bench");
    BenchStack stack = new BenchStack(project, home);
    stack.start(sentence -> say("  %s", sentence));
    try (Servers servers = Servers.start(stack, System.getProperty("java.class.path"))) {
      new HttpBench(plan, servers).run(stack);
    } finally {
      stack.stop();
    }
    System.exit(0);
  }

  private void run(BenchStack stack) throws IOException {
    String key = stack.apiKey();
    int inference = stack.port(StackService.INFERENCE);
    int api = stack.port(StackService.API);
    String fixed = Bodies.fixed("EURUSD");
    String varied = Bodies.varied("EURUSD");
    Contestant stock =
        contestant("stock Spring Boot, echo", servers.stock(), "/echo", key, fixed, ECHOED);
    Contestant echo = contestant("ml-inference, echo", inference, "/echo", key, fixed, ECHOED);
    Contestant cached =
        contestant("ml-inference, cached", inference, "/predict", key, fixed, CACHED);
    Contestant computed =
        contestant("ml-inference, uncached", inference, "/predict", key, varied, COMPUTED);
    Contestant apiEcho = contestant("ml-api, echo", api, "/echo", key, fixed, ECHOED);
    Contestant apiCached = contestant("ml-api, cached", api, "/predict", key, fixed, CACHED);
    Contestant apiComputed = contestant("ml-api, uncached", api, "/predict", key, varied, COMPUTED);
    List<Contestant> throughput =
        List.of(stock, echo, cached, computed, apiEcho, apiCached, apiComputed);
    Contestant one = contestant("one /predict", inference, "/predict", key, varied, COMPUTED);
    Contestant batch =
        contestant(
            "/batch-predict of 26",
            inference,
            "/batch-predict",
            key,
            Bodies.variedBatch(),
            "\"successful_predictions\":26");

    BenchReport.describe(plan);
    if (!plan.only().isEmpty()) {
      List<Contestant> some =
          throughput.stream().filter(each -> each.name().contains(plan.only())).toList();
      measure(some, plan.connections());
      new BenchReport(tallies).throughput(some);
      return;
    }
    measure(throughput, plan.connections());
    measure(List.of(one, batch), 1);
    BenchReport report = new BenchReport(tallies);
    report.throughput(throughput);
    report.goal("ml-inference echo / stock echo", echo, stock, 1.5);
    report.goal("cached / echo", cached, echo, 0.95);
    report.goal("uncached, durably journalled / echo", computed, echo, 0.80);
    report.goal("through ml-api: cached / echo", apiCached, apiEcho, 0.80);
    report.goal("through ml-api: uncached / echo", apiComputed, apiEcho, 0.80);
    report.atMost("batch of 26: time / time of one", batch, one, 2.0);
    double half = tallies.get(computed).perSecond() / 2;
    for (Contestant each : List.of(echo, cached, computed)) {
      Round round =
          load(each, plan.connections(), new Pace.Open(half), plan.length().multipliedBy(4));
      report.latency(each, half, round);
    }
  }

  private static Contestant contestant(
      String name, int port, String path, String key, String body, String expected) {
    return new Contestant(name, port, RequestTemplate.post(path, key, body), expected);
  }

  /** Warms all of them up, until their compilers rest where that is soon; then they take turns. */
  private void measure(List<Contestant> contestants, int connections) throws IOException {
    for (Contestant each : contestants) {
      tallies.put(each, new Tally());
      var _ = load(each, 1, new Pace.Closed(), Duration.ofMillis(500));
    }
    Duration warm = Duration.ZERO;
    double compiling = 1;
    while (warm.compareTo(plan.warmUp()) < 0
        || (compiling > COMPILERS_REST && warm.compareTo(plan.longestWarmUp()) < 0)) {
      compiling = 0;
      for (Contestant each : contestants) {
        Round round = load(each, connections, new Pace.Closed(), TURN);
        compiling = Math.max(compiling, round.compiling());
      }
      warm = warm.plus(TURN);
    }
    for (int round = 0; round < plan.rounds(); round++) {
      for (Contestant each : contestants) {
        tallies.get(each).add(load(each, connections, new Pace.Closed(), plan.length()));
      }
    }
  }

  private Round load(Contestant contestant, int connections, Pace pace, Duration length)
      throws IOException {
    LoadGenerator generator = new LoadGenerator(servers, contestant, connections, pace, nextNumber);
    Round round = generator.run(length);
    nextNumber = generator.nextNumber();
    return round;
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
  }
}
