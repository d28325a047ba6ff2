package com.aicashevolution.trainer.bench.kernel;

import com.aicashevolution.lstm.KernelCapability;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Version;

/**
 * {@code ./ml bench kernel}: everybody computes the same windows with the same weights, on one
 * thread of one core, by turns: a round is a fresh virtual machine of JMH's for each contender and
 * number of windows, and a figure is the median over the iterations of all rounds, in processor
 * time (see {@link ThreadMeter}).
 */
public final class KernelBench {

  private final KernelPlan plan;
  private final Path material;
  private final Figures figures = new Figures();

  private KernelBench(KernelPlan plan, Path material) {
    this.plan = plan;
    this.material = material;
  }

  /** See {@link KernelPlan#of}; a system property says where the project is. */
  public static void main(String[] arguments) throws IOException, RunnerException {
    KernelPlan plan;
    try {
      plan = KernelPlan.of(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.exit(2);
      return;
    }
    Path folder = Files.createTempDirectory("kernel-bench");
    try {
      new KernelBench(plan, folder).run(Path.of(System.getProperty("project.root")));
    } finally {
      delete(folder);
    }
    // native libraries leave threads behind
    System.exit(0);
  }

  private void run(Path project) throws IOException, RunnerException {
    int most = Entrant.WINDOWS.getLast();
    Material drawn = Material.draw(most);
    drawn.write(material);
    Map<Contender, Double> differences = differences(drawn, most);
    List<String> scene = new ArrayList<>(scene());
    String loadBefore = load();
    for (int round = 1; round <= plan.rounds(); round++) {
      figures.addPeak(
          each(measure(options(MultiplyAdds.class, Entrant.VECTORS)), ThreadMeter.NANOS));
      for (Entrant entrant : Entrant.all()) {
        turn(entrant);
      }
      say("round %d of %d: floor %.1f µs", round, plan.rounds(), figures.floorMicros());
    }
    scene.add("load average before %s, after %s".formatted(loadBefore, load()));
    String report = KernelReport.of(figures, scene, differences);
    say("%n%s", report);
    if (plan.write()) {
      KernelPage page = new KernelPage(project);
      page.write(report);
      say("written to %s", page.file());
    }
  }

  /** Everybody's distance from the kernel, before anything is timed. */
  private static Map<Contender, Double> differences(Material drawn, int windows) {
    Map<Contender, Double> differences = new EnumMap<>(Contender.class);
    for (Contender contender : Contender.values()) {
      if (contender.isPresent()) {
        try (Forward forward = contender.open(drawn, windows)) {
          differences.put(contender, contender.difference(drawn, forward.answer()));
        }
      }
    }
    return differences;
  }

  private void turn(Entrant entrant) throws RunnerException {
    for (int windows : Entrant.WINDOWS) {
      RunResult result =
          measure(
              options(ForwardPass.class, entrant.jvmFlags())
                  .param("contender", entrant.contender().name())
                  .param("windows", Integer.toString(windows)));
      figures.add(
          entrant, windows, each(result, ThreadMeter.NANOS), each(result, ThreadMeter.BYTES));
      say(
          "  %-23s windows: %3d, µs a window: %,8.1f",
          entrant.title(), windows, figures.micros(entrant, windows));
    }
  }

  private ChainedOptionsBuilder options(Class<?> benchmark, List<String> flags) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                // who calls waits for the compiler: else a busy core is measured half compiled
                "-Xbatch",
                "-Dai.djl.pytorch.num_threads=1",
                "-Dai.djl.pytorch.num_interop_threads=1",
                "-D" + ForwardPass.MATERIAL + "=" + material));
    all.addAll(flags);
    return new OptionsBuilder()
        .include("^" + benchmark.getName().replace(".", "\\.") + "\\.")
        .forks(1)
        .threads(1)
        .warmupIterations(plan.warmUps().count())
        .warmupTime(TimeValue.milliseconds(plan.warmUps().length().toMillis()))
        .measurementIterations(plan.measured().count())
        .measurementTime(TimeValue.milliseconds(plan.measured().length().toMillis()))
        .jvmArgs(all.toArray(String[]::new))
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
  }

  private static RunResult measure(ChainedOptionsBuilder options) throws RunnerException {
    Collection<RunResult> results = new Runner(options.build()).run();
    if (results.size() != 1) {
      throw new IllegalStateException("one benchmark must have run, did " + results.size());
    }
    return results.iterator().next();
  }

  /** One figure of every iteration. */
  private static List<Double> each(RunResult result, String figure) {
    return result.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream())
        .map(iteration -> figure(iteration, figure))
        .toList();
  }

  private static double figure(IterationResult iteration, String name) {
    var figures = iteration.getSecondaryResults();
    var result = figures.get(name);
    if (result == null) {
      throw new IllegalStateException("JMH reports no %s: %s".formatted(name, figures.keySet()));
    }
    return result.getScore();
  }

  private List<String> scene() {
    return List.of(
        "%s, one core of %s, Java %s, JMH %s"
            .formatted(
                LocalDate.now(ZoneOffset.UTC),
                KernelPage.processor(),
                Runtime.version(),
                Version.getPlainVersion()),
        KernelCapability.current().sentence(),
        "ONNX Runtime %s, PyTorch %s, DL4J %s"
            .formatted(
                Contender.ONNX_RUNTIME.version(),
                Contender.PYTORCH.version(),
                Contender.DL4J.version()),
        "rounds by turns: %d; in each a fresh virtual machine for every cell: %.1f s and %d × %d ms of warm-up, %d × %d ms measured; processor time of the one thread that computes, medians, in brackets the middle half"
            .formatted(
                plan.rounds(),
                ForwardPass.WARM_UP_NANOS / 1e9,
                plan.warmUps().count(),
                plan.warmUps().length().toMillis(),
                plan.measured().count(),
                plan.measured().length().toMillis()));
  }

  private static String load() {
    try {
      return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    } catch (IOException notLinux) {
      return "unknown";
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      inside
          .sorted(Comparator.reverseOrder())
          .forEach(
              path -> {
                try {
                  Files.delete(path);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
