package com.aicashevolution.bench.http;

import com.aicashevolution.localstack.process.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringBootVersion;

/** Prints what was measured, as Markdown. */
final class BenchReport {
  private final Map<Contestant, Tally> tallies;

  BenchReport(Map<Contestant, Tally> tallies) {
    this.tallies = tallies;
  }

  /** On what, and how. */
  static void describe(Plan plan) {
    say("%s", machine());
    say(
        "Java %s, Spring Boot %s; peer: Tomcat, virtual threads, Spring Security, Micrometer",
        Runtime.version(), SpringBootVersion.getVersion());
    say(
        "%s; %d connections; %d rounds of %d s by turns after %d s of warm-up each; medians",
        Programs.isInstalled("taskset")
            ? "servers on core " + Servers.CORE + ", generator and engines on another"
            : "nothing is pinned: taskset is not here",
        plan.connections(),
        plan.rounds(),
        plan.length().toSeconds(),
        plan.warmUp().toSeconds());
    say("");
  }

  void throughput(List<Contestant> contestants) {
    say("| | requests/s | p50 ms | p99 ms | server µs each | still compiling |");
    say("|---|---|---|---|---|---|");
    for (Contestant each : contestants) {
      Tally tally = tally(each);
      say(
          "| %s | %,.0f | %.2f | %.2f | %.0f | %.0f %% |",
          each.name(),
          tally.perSecond(),
          tally.percentileMillis(0.5),
          tally.percentileMillis(0.99),
          tally.serverMicros(),
          100 * tally.compiling());
    }
    say("");
    say("| ratio | measured | goal | | of server time |");
    say("|---|---|---|---|---|");
  }

  void goal(String name, Contestant of, Contestant to, double atLeast) {
    double ratio = tally(of).ratioTo(tally(to));
    say(
        "| %s | %.2f | ≥ %.2f | %s | %.2f |",
        name,
        ratio,
        atLeast,
        verdict(ratio >= atLeast),
        tally(to).serverMicros() / tally(of).serverMicros());
  }

  /** Time by time, where {@link #goal} compares rates. */
  void atMost(String name, Contestant of, Contestant to, double atMost) {
    double ratio = tally(to).ratioTo(tally(of));
    say(
        "| %s | %.2f | ≤ %.2f | %s | %.2f |",
        name,
        ratio,
        atMost,
        verdict(ratio <= atMost),
        tally(of).serverMicros() / tally(to).serverMicros());
    say("");
  }

  void latency(Contestant contestant, double perSecond, Round round) {
    say(
        "%s at %,.0f requests/s by the clock: p50 %.2f, p95 %.2f, p99 %.2f ms",
        contestant.name(),
        perSecond,
        round.percentileMillis(0.5),
        round.percentileMillis(0.95),
        round.percentileMillis(0.99));
  }

  private Tally tally(Contestant contestant) {
    Tally tally = tallies.get(contestant);
    if (tally == null) {
      throw new IllegalStateException(contestant.name() + " was not measured");
    }
    return tally;
  }

  private static String verdict(boolean holds) {
    return holds ? "holds" : "falls short";
  }

  private static String machine() {
    String processor = System.getProperty("os.arch");
    try {
      processor =
          Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
              .filter(line -> line.startsWith("model name"))
              .map(line -> line.substring(line.indexOf(':') + 1).strip())
              .findFirst()
              .orElse(processor);
      String load = Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
      return processor + ", " + System.getProperty("os.name") + ", load before " + load;
    } catch (IOException notLinux) {
      return processor + ", " + System.getProperty("os.name");
    }
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
  }
}
