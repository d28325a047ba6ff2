package com.aicashevolution.trainer.bench.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what was measured as Markdown: first the ratios that were promised, then the times. */
final class KernelReport {

  private static final double FLOOR_ONE = 2.6;
  private static final double FLOOR_BATCH = 1.6;
  private static final double DL4J_ONE = 100;

  /** Bytes a call below which JMH's own loop allocated them. */
  private static final double NOTHING = 0.5;

  private final StringBuilder text = new StringBuilder();
  private final Figures figures;

  private KernelReport(Figures figures) {
    this.figures = figures;
  }

  /**
   * The whole report.
   *
   * @param scene on what, when and how, a line each
   * @param differences how far each contender's answers were from the kernel's
   */
  static String of(Figures figures, List<String> scene, Map<Contender, Double> differences) {
    KernelReport report = new KernelReport(figures);
    report.ratios();
    report.times();
    report.scene(scene, differences);
    return report.text.toString();
  }

  private void ratios() {
    line("| ratio, one core | measured | goal | |");
    line("|---|---|---|---|");
    for (int windows : Entrant.WINDOWS) {
      double ratio = figures.micros(Entrant.KERNEL, windows) / figures.floorMicros();
      double goal = windows == 1 ? FLOOR_ONE : windows == 26 ? FLOOR_BATCH : Double.NaN;
      row("kernel / floor, " + windows(windows), ratio, goal, ratio <= goal, "≤");
    }
    for (int windows : Entrant.WINDOWS) {
      double ratio = slower(Entrant.ONNX_RUNTIME, windows);
      // to be beaten where requests and batches are
      double goal = windows <= 26 ? 1 : Double.NaN;
      row("ONNX Runtime / kernel, " + windows(windows), ratio, goal, ratio > 1, ">");
    }
    for (int windows : Entrant.WINDOWS) {
      double ratio = slower(Entrant.DL4J, windows);
      double goal = windows == 1 ? DL4J_ONE : Double.NaN;
      row("DL4J output() / kernel, " + windows(windows), ratio, goal, ratio >= goal, "≥");
    }
    for (int windows : Entrant.WINDOWS) {
      double ratio = slower(Entrant.PYTORCH, windows);
      row("PyTorch / kernel, " + windows(windows), ratio, Double.NaN, false, "");
    }
    double bytes =
        Entrant.WINDOWS.stream()
            .mapToDouble(windows -> figures.of(Entrant.KERNEL, windows).medianBytes())
            .max()
            .orElseThrow();
    line(
        "| kernel, bytes allocated a call | %s | 0 | %s |", bytes(bytes), verdict(bytes < NOTHING));
    line("");
  }

  /** NaN against somebody who is not here. */
  private double slower(Entrant other, int windows) {
    return figures.has(other)
        ? figures.micros(other, windows) / figures.micros(Entrant.KERNEL, windows)
        : Double.NaN;
  }

  private void row(String name, double ratio, double goal, boolean holds, String sign) {
    if (Double.isNaN(ratio)) {
      return;
    }
    boolean promised = !Double.isNaN(goal);
    line(
        "| %s | %s | %s | %s |",
        name,
        ratio(ratio),
        promised ? sign + " " + ratio(goal) : "",
        promised ? verdict(holds) : "");
  }

  private void times() {
    List<String> titles = new ArrayList<>();
    List<String> rules = new ArrayList<>();
    for (int windows : Entrant.WINDOWS) {
      titles.add(windows(windows));
      rules.add("---");
    }
    line("| µs a window | %s | bytes a call |", String.join(" | ", titles));
    line("|---|%s|---|", String.join("|", rules));
    line(
        "| floor: %,d multiply-adds at %.1f G/s | %.1f%s | |",
        Figures.MULTIPLY_ADDS,
        figures.peak(),
        figures.floorMicros(),
        " | %.1f".formatted(figures.floorMicros()).repeat(Entrant.WINDOWS.size() - 1));
    for (Entrant entrant : Entrant.all()) {
      if (figures.has(entrant)) {
        line("| %s | %s | %s |", entrant.title(), micros(entrant), allocated(entrant));
      }
    }
    line("");
  }

  /** Median, and between which the middle half lay. */
  private String micros(Entrant entrant) {
    List<String> cells = new ArrayList<>();
    for (int windows : Entrant.WINDOWS) {
      cells.add(
          "%s (%s–%s)"
              .formatted(
                  time(figures.micros(entrant, windows)),
                  time(figures.quantileMicros(entrant, windows, 0.25)),
                  time(figures.quantileMicros(entrant, windows, 0.75))));
    }
    return String.join(" | ", cells);
  }

  private String allocated(Entrant entrant) {
    List<String> all = new ArrayList<>();
    for (int windows : Entrant.WINDOWS) {
      all.add(bytes(figures.of(entrant, windows).medianBytes()));
    }
    return String.join(", ", all);
  }

  private void scene(List<String> scene, Map<Contender, Double> differences) {
    scene.forEach(each -> line("- %s", each));
    List<String> gaps = new ArrayList<>();
    differences.forEach(
        (contender, gap) -> {
          if (contender != Contender.KERNEL) {
            gaps.add("%s %.1e".formatted(contender.title(), gap));
          }
        });
    line(
        "- largest difference from the kernel's probabilities, all windows: %s; the kernel's own"
            + " bits are the same in every row",
        String.join(", ", gaps));
  }

  private static String windows(int count) {
    return count == 1 ? "1 window" : count + " windows";
  }

  private static String ratio(double value) {
    return String.format(Locale.ROOT, value < 20 ? "%.2f" : "%,.0f", value);
  }

  private static String time(double micros) {
    return String.format(Locale.ROOT, micros < 100 ? "%.1f" : "%,.0f", micros);
  }

  private static String bytes(double value) {
    return value < NOTHING ? "0" : String.format(Locale.ROOT, "%,.0f", value);
  }

  private static String verdict(boolean holds) {
    return holds ? "holds" : "falls short";
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format + "\n", values));
  }
}
