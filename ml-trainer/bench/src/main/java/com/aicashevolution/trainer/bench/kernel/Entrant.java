package com.aicashevolution.trainer.bench.kernel;

import com.aicashevolution.lstm.KernelCapability;
import java.util.ArrayList;
import java.util.List;

/**
 * A contender on a virtual machine.
 *
 * @param title in the tables
 * @param jvmFlags its virtual machine is started with
 */
record Entrant(String title, Contender contender, List<String> jvmFlags) {

  /** The windows of a turn: a request, a batch of all symbols, and what fills every register. */
  static final List<Integer> WINDOWS = List.of(1, 26, 256);

  static final List<String> VECTORS = List.of("--add-modules=jdk.incubator.vector");

  private static final int WIDEST = 16;

  static final Entrant KERNEL = asServed(Contender.KERNEL);
  static final Entrant ONNX_RUNTIME = asServed(Contender.ONNX_RUNTIME);
  static final Entrant PYTORCH = asServed(Contender.PYTORCH);
  static final Entrant DL4J = asServed(Contender.DL4J);
  static final Entrant EIGHT_LANES =
      new Entrant(
          "the kernel, 8 lanes", Contender.KERNEL, List.of(VECTORS.getFirst(), "-XX:UseAVX=2"));
  static final Entrant PLAIN_LOOPS =
      new Entrant("the kernel, plain loops", Contender.KERNEL, List.of());

  private static Entrant asServed(Contender contender) {
    return new Entrant(contender.title(), contender, VECTORS);
  }

  /** Everybody who is here; half the lanes only where a flag of this processor's can have them. */
  static List<Entrant> all() {
    List<Entrant> all = new ArrayList<>(List.of(KERNEL, ONNX_RUNTIME, PYTORCH, DL4J));
    all.removeIf(each -> !each.contender().isPresent());
    if (System.getProperty("os.arch").equals("amd64")
        && KernelCapability.current().lanes() == WIDEST) {
      all.add(EIGHT_LANES);
    }
    all.add(PLAIN_LOOPS);
    return all;
  }
}
