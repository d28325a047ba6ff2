package com.aicashevolution.inference.engine;

import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads versions off the callers' threads, each at most once at a time; a slow artifact holds up
 * nobody but those who want it. A refused version is not tried again for a while. Thread-safe.
 */
public final class ModelLoads {

  private static final Logger LOG = LoggerFactory.getLogger(ModelLoads.class);
  private static final Duration RETRY_REFUSED_AFTER = Duration.ofSeconds(30);

  private final ModelRegistry registry;
  private final ModelLoader loader;
  private final Refusals refusals;
  private final Executor executor;
  private final MeterRegistry meters;
  private final Timer loading;
  private final Map<ModelVersion, CompletableFuture<LoadResult>> running =
      new ConcurrentHashMap<>();
  private final Set<ModelVersion> unreachable = ConcurrentHashMap.newKeySet();

  public ModelLoads(
      ModelRegistry registry,
      ModelLoader loader,
      Refusals refusals,
      Executor executor,
      MeterRegistry meters) {
    this.registry = registry;
    this.loader = loader;
    this.refusals = refusals;
    this.executor = executor;
    this.meters = meters;
    this.loading =
        Timer.builder("ml.model.load")
            .description("Reading, verifying and warming a version that may then answer")
            .register(meters);
  }

  /** Loads {@code version}, or joins a load that is under way; completes never exceptionally. */
  CompletableFuture<LoadResult> load(ModelVersion version) {
    Optional<Refusal> known = refusals.of(version);
    if (known.isPresent() && refusals.isYoungerThan(RETRY_REFUSED_AFTER, version)) {
      return CompletableFuture.completedFuture(new LoadResult.Refused(known.get()));
    }
    CompletableFuture<LoadResult> own = new CompletableFuture<>();
    CompletableFuture<LoadResult> earlier = running.putIfAbsent(version, own);
    if (earlier != null) {
      return earlier;
    }
    executor.execute(
        () -> {
          LoadResult result = loadNow(version);
          running.remove(version);
          own.complete(result);
        });
    return own;
  }

  /** Whether the last attempt to load {@code version} ended before anything could be judged. */
  boolean isOutOfReach(ModelVersion version) {
    return unreachable.contains(version);
  }

  private LoadResult loadNow(ModelVersion version) {
    Timer.Sample begun = Timer.start(meters);
    LoadResult result;
    try {
      result = registry.find(version).map(this::load).orElse(new LoadResult.Unknown(version));
    } catch (RuntimeException | Error failed) {
      result = new LoadResult.Unreachable(version, failed.toString());
    }
    if (result instanceof LoadResult.Loaded) {
      begun.stop(loading);
    }
    remember(version, result);
    return result;
  }

  private void remember(ModelVersion version, LoadResult result) {
    if (result instanceof LoadResult.Unreachable(ModelVersion missed, String detail)) {
      if (unreachable.add(missed)) {
        LOG.warn("event=model_unreachable model_version={} reason=\"{}\"", missed, detail);
      }
      return;
    }
    unreachable.remove(version);
    switch (result) {
      case LoadResult.Loaded(ServingModel model) -> {
        refusals.forget(version);
        LOG.info("event=model_loaded model_version={} line={}", version, model.line());
      }
      case LoadResult.Refused(Refusal refusal) -> refusals.remember(refusal);
      case LoadResult.Unknown unknown -> LOG.debug("event=model_unknown model_version={}", version);
      case LoadResult.Rejected rejected ->
          LOG.debug("event=model_rejected model_version={}", version);
      case LoadResult.Unreachable handledAbove -> {}
    }
  }

  private LoadResult load(ModelRecord registered) {
    return mayServe(registered.status())
        ? loader.load(registered)
        : new LoadResult.Rejected(registered);
  }

  /** A version whose gate refused it serves only after an operator forced it, as another status. */
  private static boolean mayServe(ModelStatus status) {
    return switch (status) {
      case TRAINED, REJECTED -> false;
      case CANDIDATE, ACTIVE, RETIRED, ROLLED_BACK -> true;
    };
  }
}
