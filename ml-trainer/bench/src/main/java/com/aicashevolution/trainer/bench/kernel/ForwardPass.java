package com.aicashevolution.trainer.bench.kernel;

import com.aicashevolution.platform.artifact.ArtifactFormatException;
import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One contender's answers to some windows; JMH starts a virtual machine for each pair. */
@State(Scope.Thread)
@SuppressWarnings("NullAway.Init") // JMH sets up
public class ForwardPass {

  /** System property: the folder of the {@link Material}. */
  static final String MATERIAL = "bench.material";

  /** Processor time, before JMH's own warm-up. */
  static final long WARM_UP_NANOS = 1_200_000_000;

  @Param public Contender contender;

  @Param({"1", "26", "256"})
  public int windows;

  private Forward forward;

  /**
   * Opens the contender, sees that it answers what the others do, and repeats it: by processor
   * time, so that a busy machine warms up as far as an idle one.
   */
  @Setup
  public void open() throws IOException, ArtifactFormatException {
    Material material = Material.read(Path.of(System.getProperty(MATERIAL)));
    forward = contender.open(material, windows);
    double _ = contender.difference(material, forward.answer());
    ThreadMeter.warmUp(forward::answer, WARM_UP_NANOS);
  }

  @Benchmark
  public float[] answer(ThreadMeter meter) {
    meter.count();
    return forward.answer();
  }

  @TearDown
  public void close() {
    forward.close();
  }
}
