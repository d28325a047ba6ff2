package com.aicashevolution.inference.engine;

import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** The engine over fakes. Loads run on the calling thread or when told to. */
public final class EngineFixture {

  public final SettableClock clock = new SettableClock(SampleArtifact.CREATED.plusSeconds(60));
  public final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  public final FakeArtifactStore artifacts = new FakeArtifactStore();
  public final FakeRegistry registry = new FakeRegistry();
  public final Refusals refusals = new Refusals(clock, meters);
  public final ModelLoads loads;
  public final ModelPool pool;
  public final OnDemandModels onDemand;
  public final ModelResolver resolver;

  public EngineFixture(Executor executor) {
    loads = new ModelLoads(registry, new ModelLoader(artifacts, clock), refusals, executor, meters);
    pool = new ModelPool(registry, loads, refusals);
    onDemand = new OnDemandModels(loads, 2);
    resolver = new ModelResolver(pool, onDemand);
  }

  /** Loads at once, on the thread that asks. */
  public static EngineFixture loadingAtOnce() {
    return new EngineFixture(Runnable::run);
  }

  /** Publishes and registers; does not make it serve. */
  public SampleArtifact publish(String version, ModelLine line, long seed) {
    SampleArtifact artifact = SampleArtifact.of(version, line, seed);
    artifacts.publish(artifact);
    registry.add(artifact.registered());
    return artifact;
  }

  /** Registers a version whose weights have a wrong bit. */
  public SampleArtifact publishDamaged(String version, ModelLine line) {
    SampleArtifact artifact = publish(version, line, 99);
    artifacts.replace(artifact.version(), "weights.safetensors", new byte[8]);
    return artifact;
  }

  public void setStatus(SampleArtifact artifact, ModelStatus status) {
    registry.add(RecordEdit.status(artifact.registered(), status));
  }

  public @Nullable ModelVersion champion(ModelLine line) {
    return pool.snapshot()
        .line(line)
        .map(serving -> ServingLine.versionOf(serving.champion()))
        .orElse(null);
  }

  /** An engine whose loads run only when {@code held} is run. */
  public static EngineFixture postponing(Queue<Runnable> held) {
    return new EngineFixture(held::add);
  }

  /** Runs what was held back, and what that led to. */
  public static void run(Queue<Runnable> held) {
    for (Runnable task = held.poll(); task != null; task = held.poll()) {
      task.run();
    }
  }
}
