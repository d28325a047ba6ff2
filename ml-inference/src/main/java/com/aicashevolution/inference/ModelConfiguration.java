package com.aicashevolution.inference;

import com.aicashevolution.inference.engine.ArtifactCache;
import com.aicashevolution.inference.engine.ArtifactCacheProperties;
import com.aicashevolution.inference.engine.CandidateFinder;
import com.aicashevolution.inference.engine.DiskArtifactCache;
import com.aicashevolution.inference.engine.EngineMetrics;
import com.aicashevolution.inference.engine.ModelLoader;
import com.aicashevolution.inference.engine.ModelLoads;
import com.aicashevolution.inference.engine.ModelPool;
import com.aicashevolution.inference.engine.ModelResolver;
import com.aicashevolution.inference.engine.OnDemandModels;
import com.aicashevolution.inference.engine.Refusals;
import com.aicashevolution.inference.engine.ServingGaps;
import com.aicashevolution.inference.window.RecentCandles;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.platform.artifact.ArtifactProperties;
import com.aicashevolution.platform.artifact.ArtifactStore;
import com.aicashevolution.platform.artifact.ArtifactStoreCheck;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.notice.Notice;
import com.aicashevolution.platform.notice.NoticeListener;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.runtime.Repeating;
import com.aicashevolution.platform.weights.WeightsWatch;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Assembles the engine. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArtifactCacheProperties.class)
class ModelConfiguration {

  /** Versions that serve no line but stay in memory. */
  private static final int ON_DEMAND_MODELS = 8;

  private static final Duration REFRESH_EVERY = Duration.ofSeconds(1);

  /**
   * Threads of the operating system: a load computes, and virtual ones would wait behind it. Of the
   * lowest priority: it has time, and requests have none.
   */
  @Bean(destroyMethod = "shutdownNow")
  @SuppressWarnings("ThreadPriorityCheck") // nothing but latency rests on it
  ExecutorService modelLoading() {
    return Executors.newThreadPerTaskExecutor(
        Thread.ofPlatform()
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .name("model-load-", 0)
            .factory());
  }

  @Bean
  Refusals refusals(Clock clock, MeterRegistry meters) {
    return new Refusals(clock, meters);
  }

  @Bean
  ModelLoader modelLoader(
      ArtifactStore artifacts, ArtifactCacheProperties properties, Clock clock) {
    ArtifactCache cache =
        new DiskArtifactCache(properties.directory(), properties.limit().toBytes(), clock);
    return new ModelLoader(artifacts, cache, clock);
  }

  @Bean
  ModelLoads modelLoads(
      ModelRegistry registry,
      ModelLoader loader,
      Refusals refusals,
      ExecutorService modelLoading,
      MeterRegistry meters) {
    return new ModelLoads(registry, loader, refusals, modelLoading, meters);
  }

  @Bean
  ModelPool modelPool(ModelRegistry registry, ModelLoads loads, Refusals refusals) {
    return new ModelPool(registry, loads, refusals);
  }

  @Bean
  ServingGaps servingGaps(Refusals refusals, ModelLoads loads) {
    return new ServingGaps(refusals, loads);
  }

  @Bean
  ArtifactStoreCheck artifactStoreCheck(ArtifactStore artifacts, ArtifactProperties properties) {
    return new ArtifactStoreCheck(artifacts, properties.toString());
  }

  @Bean
  Repeating modelRefresh(ModelPool pool) {
    return new Repeating(
        "model-refresh",
        REFRESH_EVERY,
        () -> {
          var _ = pool.refresh(); // loads go on by themselves
        });
  }

  /** What another process did is looked at when it says so; the pools' own polls stand behind. */
  @Bean
  NoticeListener changesElsewhere(ModelPool pool, RecentCandles candles, WeightsWatch weights) {
    return notice -> {
      switch (notice) {
        case Notice.LinesChanged lines -> {
          var _ = pool.refresh(); // loads go on by themselves
        }
        case Notice.CandlesChanged(Symbol symbol, Timeframe timeframe) ->
            candles.changed(symbol, timeframe);
        case Notice.WeightsChanged changed -> weights.refresh();
      }
    };
  }

  @Bean
  OnDemandModels onDemandModels(ModelLoads loads) {
    return new OnDemandModels(loads, ON_DEMAND_MODELS);
  }

  @Bean
  ModelResolver servingModelResolver(ModelPool pool, OnDemandModels onDemand) {
    return new ModelResolver(pool, onDemand);
  }

  @Bean
  CandidateFinder candidateFinder(ModelRegistry registry) {
    return new CandidateFinder(registry);
  }

  @Bean
  EngineMetrics engineMetrics(
      ModelPool pool, OnDemandModels onDemand, TradedSymbols traded, Clock clock) {
    return new EngineMetrics(pool, onDemand, traded.symbols(), clock);
  }
}
