package com.aicashevolution.lstm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A call leaves nothing for the collector. */
class AllocationTest {

  private static final int CALLS = 200;
  private static final long PATIENCE_NANOS = Duration.ofMinutes(2).toNanos();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final RandomNetworks random = new RandomNetworks(6);
  private final LstmParameters network = random.network(17, List.of(64, 32), true, 16);
  private final float[] windows = random.windows(26 * 340);
  private final float[] logits = new float[26 * 3];

  @Test
  void plainLoopsAllocateNothing() {
    LstmForward forward = LstmForward.of(new ScalarForward(network, 20), network, 20);
    LstmForward.Scratch scratch = forward.newScratch(1);
    forward.logits(windows, 0, 1, logits, scratch);
    assertThat(allocatedBy(() -> forward.logits(windows, 0, 1, logits, scratch))).isZero();
  }

  /** Interpreted vectors are objects; compiled ones must be registers, all of them. */
  @Test
  void vectorsAllocateNothingOnceCompiled() {
    LstmForward forward = LstmForward.of(network);
    LstmForward.Scratch scratch = forward.newScratch(26);
    for (int count : new int[] {1, 26}) {
      long deadline = System.nanoTime() + PATIENCE_NANOS;
      long allocated;
      do {
        allocated = allocatedBy(() -> forward.logits(windows, 0, count, logits, scratch));
      } while (allocated > 0 && System.nanoTime() < deadline);
      assertThat(allocated).as("bytes of %d calls with %d windows", CALLS, count).isZero();
    }
  }

  private static long allocatedBy(Runnable call) {
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < CALLS; i++) {
      call.run();
    }
    return THREADS.getCurrentThreadAllocatedBytes() - before;
  }
}
