package com.aicashevolution.lstm;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.invoke.MethodHandles;
import java.lang.management.ManagementFactory;

/**
 * What this machine gives the kernel. It changes the speed and never the bits, so services log it
 * once at start.
 *
 * @param lanes float lanes of a vector; 1 where {@code jdk.incubator.vector} is missing and plain
 *     loops are used
 * @param fusedMultiplyAdd who computes {@code Math.fma}
 */
public record KernelCapability(int lanes, FusedMultiplyAdd fusedMultiplyAdd) {

  private static final String VECTOR_MODULE = "jdk.incubator.vector";

  /** Who computes {@code Math.fma}. */
  public enum FusedMultiplyAdd {
    /** One instruction. */
    HARDWARE,
    /** Big decimals: the same bits, some hundred times slower. */
    SOFTWARE,
    /** A virtual machine that does not say. */
    UNKNOWN
  }

  /** This machine's. */
  public static KernelCapability current() {
    return new KernelCapability(
        hasVectors() ? KernelSpecies.of(MethodHandles.lookup()).length() : 1,
        fusedMultiplyAddHere());
  }

  /** Whether answers will take as long as they should. */
  public boolean fast() {
    return lanes > 1 && fusedMultiplyAdd != FusedMultiplyAdd.SOFTWARE;
  }

  /** One sentence for the log, with the remedy where something is slow. */
  public String sentence() {
    String width =
        lanes > 1
            ? "The LSTM kernel uses vectors of " + lanes + " floats"
            : "The LSTM kernel uses plain loops, several times slower than vectors: start Java with"
                + " --add-modules "
                + VECTOR_MODULE;
    String fma =
        switch (fusedMultiplyAdd) {
          case HARDWARE -> "; fused multiply-add is an instruction of this processor.";
          case SOFTWARE ->
              "; this processor or VM has no fused multiply-add, answers are exact but some hundred"
                  + " times slower: use a processor with FMA3 or NEON and no -XX:-UseFMA.";
          case UNKNOWN -> "; this VM does not say whether it has fused multiply-add.";
        };
    return width + fma;
  }

  /** The fastest engine there is here. */
  static ForwardEngine newEngine(LstmParameters parameters, int timesteps) {
    return hasVectors()
        ? new VectorForward(parameters, timesteps, new VectorSums(), new VectorGates())
        : new ScalarForward(parameters, timesteps);
  }

  /** The fastest arithmetic for fitting there is here. */
  static LaneTraining newTraining() {
    return hasVectors()
        ? new VectorTraining(new VectorGates(), new VectorCells(), new VectorStripes())
        : new PlainTraining();
  }

  /** Asked before a vector class is touched: none can be linked without the module. */
  private static boolean hasVectors() {
    return ModuleLayer.boot().findModule(VECTOR_MODULE).isPresent();
  }

  private static FusedMultiplyAdd fusedMultiplyAddHere() {
    HotSpotDiagnosticMXBean vm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    if (vm == null) {
      return FusedMultiplyAdd.UNKNOWN;
    }
    try {
      return Boolean.parseBoolean(vm.getVMOption("UseFMA").getValue())
          ? FusedMultiplyAdd.HARDWARE
          : FusedMultiplyAdd.SOFTWARE;
    } catch (IllegalArgumentException noSuchOption) {
      return FusedMultiplyAdd.UNKNOWN;
    }
  }
}
