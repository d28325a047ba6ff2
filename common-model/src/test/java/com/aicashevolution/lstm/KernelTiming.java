package com.aicashevolution.lstm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Prints microseconds a window of the published architecture, against the floor that this core's
 * multiply-adds set in the same run. A tool for people, not a test:
 *
 * <pre>
 * java --add-modules jdk.incubator.vector -cp target/classes:target/test-classes \
 *     com.aicashevolution.lstm.KernelTiming
 * </pre>
 *
 * <p>Times are CPU times of the measuring thread, the best of many short rounds, so that a busy
 * machine disturbs them little.
 */
final class KernelTiming {

  /** 20 · (17 + 64) · 256 + 20 · (64 + 32) · 128 + 32 · 16 + 16 · 3, the last two negligible. */
  private static final double MULTIPLY_ADDS = 661_040;

  private static final int ROUNDS = 16;
  private static final long ROUND_NANOS = 50_000_000;
  private static final int[] BATCHES = {1, 2, 3, 4, 8, 26, 256};
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Keeps results alive. */
  private static float sink;

  private KernelTiming() {}

  public static void main(String[] args) {
    System.out.println(KernelCapability.current().sentence());
    double floor = MULTIPLY_ADDS / peakPerMicro();
    System.out.printf(Locale.ROOT, "floor %.1f us a window%n", floor);
    RandomNetworks random = new RandomNetworks(1);
    LstmParameters network = random.network(17, List.of(64, 32), false, 16);
    float[] windows = random.windows(256 * 340);
    ForwardEngine vector = new VectorForward(network, 20, new VectorSums(), new VectorGates());
    report("vector", vector, network, windows, floor);
    report("scalar", new ScalarForward(network, 20), network, windows, floor);
  }

  private static void report(
      String name, ForwardEngine engine, LstmParameters network, float[] windows, double floor) {
    LstmForward forward = LstmForward.of(engine, network, 20);
    LstmForward.Scratch scratch = forward.newScratch(256);
    float[] logits = new float[256 * 3];
    for (int batch : BATCHES) {
      double micros = bestMicros(() -> forward.logits(windows, 0, batch, logits, scratch)) / batch;
      System.out.printf(
          Locale.ROOT,
          "%s %3d: %6.1f us a window, %.2f x floor%n",
          name,
          batch,
          micros,
          micros / floor);
    }
    sink += logits[0];
  }

  private static double bestMicros(Runnable call) {
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      int calls = 0;
      long start = THREADS.getCurrentThreadCpuTime();
      long now = start;
      while (now - start < ROUND_NANOS) {
        for (int i = 0; i < 20; i++) {
          call.run();
        }
        calls += 20;
        now = THREADS.getCurrentThreadCpuTime();
      }
      rounds[round] = (now - start) / 1e3 / calls;
    }
    return Arrays.stream(rounds).min().orElseThrow();
  }

  /** Multiply-adds a microsecond of this core, sixteen independent chains in registers. */
  private static double peakPerMicro() {
    int turns = 20_000;
    double micros = bestMicros(() -> sink += chains(turns));
    return 16.0 * SPECIES.length() * turns / micros;
  }

  private static float chains(int turns) {
    FloatVector m = FloatVector.broadcast(SPECIES, 0.999f);
    FloatVector a0 = FloatVector.broadcast(SPECIES, 1);
    FloatVector a1 = a0;
    FloatVector a2 = a0;
    FloatVector a3 = a0;
    FloatVector a4 = a0;
    FloatVector a5 = a0;
    FloatVector a6 = a0;
    FloatVector a7 = a0;
    FloatVector b0 = a0.add(1);
    FloatVector b1 = b0;
    FloatVector b2 = b0;
    FloatVector b3 = b0;
    FloatVector b4 = b0;
    FloatVector b5 = b0;
    FloatVector b6 = b0;
    FloatVector b7 = b0;
    for (int i = 0; i < turns; i++) {
      a0 = a0.fma(m, m);
      a1 = a1.fma(m, m);
      a2 = a2.fma(m, m);
      a3 = a3.fma(m, m);
      a4 = a4.fma(m, m);
      a5 = a5.fma(m, m);
      a6 = a6.fma(m, m);
      a7 = a7.fma(m, m);
      b0 = b0.fma(m, m);
      b1 = b1.fma(m, m);
      b2 = b2.fma(m, m);
      b3 = b3.fma(m, m);
      b4 = b4.fma(m, m);
      b5 = b5.fma(m, m);
      b6 = b6.fma(m, m);
      b7 = b7.fma(m, m);
    }
    return a0.add(a1)
        .add(a2)
        .add(a3)
        .add(a4)
        .add(a5)
        .add(a6)
        .add(a7)
        .add(b0)
        .add(b1)
        .add(b2)
        .add(b3)
        .add(b4)
        .add(b5)
        .add(b6)
        .add(b7)
        .lane(0);
  }
}
