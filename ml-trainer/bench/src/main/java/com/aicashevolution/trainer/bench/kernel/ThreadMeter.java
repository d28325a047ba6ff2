package com.aicashevolution.trainer.bench.kernel;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * What a call costs the measuring thread: processor time, because JMH's own clock goes on while
 * others have the core, and bytes for the collector. All contenders compute in the calling thread.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ThreadMeter {

  /** Names of the results, as JMH takes them from the methods. */
  static final String NANOS = "nanosEach";

  static final String BYTES = "bytesEach";

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private long calls;
  private long nanos;
  private long bytes;

  /** Runs {@code call} until this thread was given {@code processorNanos}. */
  static void warmUp(Runnable call, long processorNanos) {
    long until = THREADS.getCurrentThreadCpuTime() + processorNanos;
    while (THREADS.getCurrentThreadCpuTime() < until) {
      call.run();
    }
  }

  void count() {
    calls++;
  }

  @Setup(Level.Iteration)
  public void begin() {
    calls = 0;
    bytes = THREADS.getCurrentThreadAllocatedBytes();
    nanos = THREADS.getCurrentThreadCpuTime();
  }

  @TearDown(Level.Iteration)
  public void end() {
    nanos = THREADS.getCurrentThreadCpuTime() - nanos;
    bytes = THREADS.getCurrentThreadAllocatedBytes() - bytes;
  }

  public double nanosEach() {
    return (double) nanos / calls;
  }

  public double bytesEach() {
    return (double) bytes / calls;
  }
}
