package com.aicashevolution.trainer.bench.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * How many multiply-adds this core does at most: sixteen independent chains that never leave the
 * registers, twice what two units of a latency of four need.
 */
public class MultiplyAdds {

  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int CHAINS = 16;
  private static final int TURNS = 20_000;

  /** Multiply-adds of one {@link #chains}. */
  static long each() {
    return (long) CHAINS * SPECIES.length() * TURNS;
  }

  /** They start from different values, or a compiler might see that they are one. */
  @Benchmark
  public float chains(ThreadMeter meter) {
    meter.count();
    FloatVector m = FloatVector.broadcast(SPECIES, 0.999f);
    FloatVector a0 = FloatVector.broadcast(SPECIES, 1);
    FloatVector a1 = a0.add(m);
    FloatVector a2 = a1.add(m);
    FloatVector a3 = a2.add(m);
    FloatVector a4 = a3.add(m);
    FloatVector a5 = a4.add(m);
    FloatVector a6 = a5.add(m);
    FloatVector a7 = a6.add(m);
    FloatVector b0 = a7.add(m);
    FloatVector b1 = b0.add(m);
    FloatVector b2 = b1.add(m);
    FloatVector b3 = b2.add(m);
    FloatVector b4 = b3.add(m);
    FloatVector b5 = b4.add(m);
    FloatVector b6 = b5.add(m);
    FloatVector b7 = b6.add(m);
    for (int i = 0; i < TURNS; i++) {
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
    FloatVector a = a0.add(a1).add(a2).add(a3).add(a4).add(a5).add(a6).add(a7);
    return a.add(b0).add(b1).add(b2).add(b3).add(b4).add(b5).add(b6).add(b7).lane(0);
  }
}
