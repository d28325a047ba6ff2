package com.aicashevolution.lstm;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;

/**
 * Prints microseconds a sample of fitting the published architecture's two recurrent layers,
 * forward and backward. A tool for people, not a test; run like {@link KernelTiming}.
 */
final class TrainingTiming {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 30;

  private TrainingTiming() {}

  public static void main(String[] args) {
    System.out.println(KernelCapability.current().sentence());
    for (int batch : new int[] {64, 256, 1024}) {
      double first = micros(LayerExample.random(1, batch, 17, 64, 20));
      double second = micros(LayerExample.random(2, batch, 64, 32, 20));
      System.out.printf(
          Locale.ROOT,
          "batch %4d: %.1f + %.1f = %.1f us a sample, %.0f samples/s%n",
          batch,
          first,
          second,
          first + second,
          1e6 / (first + second));
    }
  }

  private static double micros(LayerExample example) {
    LstmTraining training = new LstmTraining(example.inputs(), example.units(), example.steps());
    double[] rounds = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      int calls = 1 + 512 / example.samples();
      for (int n = 0; n < calls; n++) {
        LayerGradients.of(training, example);
      }
      rounds[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e3 / calls / example.samples();
    }
    return Arrays.stream(rounds).min().orElseThrow();
  }
}
