package com.aicashevolution.trainer.bench;

import com.aicashevolution.lstm.KernelCapability;
import com.aicashevolution.trainer.training.dl4j.FitContestant;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * {@code ./ml bench training}: samples a CPU second of each contestant for some sizes of
 * minibatches.
 *
 * <p>The contestants take turns of about a second; a figure is the median of its turns, and a ratio
 * compares medians of the same minutes. Seconds are those of CPU time that the whole process was
 * given, so that PyTorch's own thread for gradients and Java's compilers count, and what else the
 * machine does counts little.
 */
public final class TrainingBench {

  private static final int[] BATCHES = {64, 256, 1024};
  private static final int WINDOW = 20 * 17;
  private static final long TURN_NANOS = 1_000_000_000;
  private static final long WARM_UP_NANOS = 12_000_000_000L;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private TrainingBench() {}

  /** Optionally the number of turns, and the share of activations that is dropped. */
  public static void main(String[] arguments) {
    int turns = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
    double dropout = arguments.length < 2 ? 0 : Double.parseDouble(arguments[1]);
    boolean pyTorch = describe(dropout);
    say("| batch | DL4J | with the kernel | PyTorch | kernel / DL4J | kernel / PyTorch |");
    say("|---|---|---|---|---|---|");
    for (int batch : BATCHES) {
      Map<String, Double> rates = rates(batch, dropout, turns, pyTorch);
      double stock = rates.getOrDefault("stock", Double.NaN);
      double kernel = rates.getOrDefault("kernel", Double.NaN);
      double torch = rates.getOrDefault("PyTorch", Double.NaN);
      say(
          "| %d | %,.0f | %,.0f | %,.0f | %.1f | %.2f |",
          batch, stock, kernel, torch, kernel / stock, kernel / torch);
    }
  }

  /** Machine and versions; whether PyTorch is here. */
  private static boolean describe(double dropout) {
    say(
        "%s, %d processors; Java %s; OMP_NUM_THREADS=%s",
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Runtime.version(),
        System.getenv("OMP_NUM_THREADS"));
    say("%s", KernelCapability.current().sentence());
    say("DL4J: %s", FitContestant.versions());
    boolean present = true;
    try {
      say("PyTorch %s through DJL", PyTorchContestant.version());
    } catch (RuntimeException | LinkageError absent) {
      say("PyTorch does not load here: %s", absent.toString());
      present = false;
    }
    say("");
    say(
        "17 -> LSTM 64 -> LSTM 32 -> dense 16 -> softmax 3 over 20 steps, Adam, dropout %s;",
        dropout);
    say("samples a CPU second, medians of turns");
    say("");
    return present;
  }

  private static Map<String, Double> rates(int batch, double dropout, int turns, boolean pyTorch) {
    Map<String, Contestant> contestants = new LinkedHashMap<>();
    contestants.put("stock", FitContestant.stock(batch, dropout));
    contestants.put("kernel", FitContestant.kernel(batch, dropout));
    if (pyTorch) {
      contestants.put("PyTorch", new PyTorchContestant(batch, (float) dropout));
    }
    SplittableRandom random = new SplittableRandom(batch);
    float[] windows = new float[batch * WINDOW];
    for (int i = 0; i < windows.length; i++) {
      windows[i] = (float) random.nextGaussian();
    }
    int[] classes = random.ints(batch, 0, 3).toArray();
    contestants.values().forEach(each -> turn(each, windows, classes, WARM_UP_NANOS));
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    for (int turn = 0; turn < turns; turn++) {
      contestants.forEach(
          (name, each) ->
              rates
                  .computeIfAbsent(name, _ -> new ArrayList<>())
                  .add(turn(each, windows, classes, TURN_NANOS)));
    }
    contestants.values().forEach(Contestant::close);
    Map<String, Double> medians = new LinkedHashMap<>();
    rates.forEach((name, values) -> medians.put(name, median(values)));
    return medians;
  }

  /** Samples a CPU second. */
  private static double turn(Contestant contestant, float[] windows, int[] classes, long nanos) {
    long start = SYSTEM.getProcessCpuTime();
    long now = start;
    long samples = 0;
    while (now - start < nanos) {
      contestant.fit(windows, classes);
      samples += classes.length;
      now = SYSTEM.getProcessCpuTime();
    }
    return samples * 1e9 / (now - start);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static void say(String format, Object... arguments) {
    System.out.printf(Locale.ROOT, format + "%n", arguments);
  }
}
