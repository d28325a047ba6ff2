package com.aicashevolution.inference.prediction;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.inference.cache.MemoryCache;
import com.aicashevolution.inference.cache.PredictionCache;
import com.aicashevolution.inference.engine.EngineFixture;
import com.aicashevolution.inference.engine.ModelChoice;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.inference.journal.FakeJournal;
import com.aicashevolution.inference.journal.GroupCommit;
import com.aicashevolution.inference.window.FakeCandleStore;
import com.aicashevolution.inference.window.RecentCandles;
import com.aicashevolution.inference.window.SampleCandles;
import com.aicashevolution.inference.window.SimulatedMarkets;
import com.aicashevolution.inference.window.WindowInput;
import com.aicashevolution.inference.window.WindowProperties;
import com.aicashevolution.inference.window.WindowSource;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.cache.CacheMetrics;
import com.aicashevolution.platform.observability.PredictionActivity;
import com.aicashevolution.platform.observability.PredictionMetrics;
import com.aicashevolution.platform.weights.WeightsWatch;
import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** The whole way from question to answer in one process, on hourly candles of EURUSD. */
public final class PredictionFixture implements AutoCloseable {

  public static final Symbol EURUSD = Symbol.of("EURUSD");

  public final EngineFixture engine;
  public final FakeCandleStore candles = new FakeCandleStore();
  public final FakeJournal journal = new FakeJournal();
  public final GroupCommit commit = new GroupCommit(journal, 10_000, 256);
  public final MemoryCache shared;
  public final FakeWeights weights = new FakeWeights();
  public final WeightsWatch watch;
  public final PredictionMetrics metrics;
  public final Predictor predictor;

  public PredictionFixture() {
    this(EngineFixture.loadingAtOnce(), Duration.ofSeconds(10));
  }

  public PredictionFixture(EngineFixture engine, Duration journalTimeout) {
    this.engine = engine;
    engine.clock.set(SampleCandles.NEWEST.plusSeconds(3_700));
    shared = new MemoryCache(engine.clock, 100_000);
    FeaturePipeline pipeline = new FeaturePipeline();
    RecentCandles recent =
        new RecentCandles(
            candles,
            pipeline,
            new WindowProperties(Duration.ofSeconds(1), Duration.ofSeconds(2)),
            engine.clock);
    WindowSource windows =
        new WindowSource(recent, new SimulatedMarkets(candles, engine.clock), pipeline);
    PredictionCache cache =
        new PredictionCache(
            new MemoryCache(engine.clock, 100_000),
            shared,
            new CacheMetrics(engine.meters, "memory"),
            Duration.ofSeconds(60),
            engine.clock);
    AnswerWriter writer = new AnswerWriter(commit, new PredictionIds(new Random(7)), engine.clock);
    watch = new WeightsWatch(weights, engine.clock);
    metrics =
        new PredictionMetrics(
            engine.meters, Symbol.defaults(), new PredictionActivity(engine.clock));
    predictor =
        new Predictor(
            new QuestionDesk(engine.resolver, windows, new Advisor(watch, 1)),
            new Answering(cache, writer, journalTimeout),
            metrics);
    commit.start();
  }

  /** Makes a sound version champion of the global line. */
  public SampleArtifact serve(String version, long seed) {
    SampleArtifact artifact = engine.publish(version, ModelLine.GLOBAL, seed);
    engine.registry.set(ModelLine.GLOBAL, artifact.version(), null, null);
    engine.pool.refresh().join();
    return artifact;
  }

  public void importCandles(String symbol, int count) {
    candles.upsert(
        Symbol.of(symbol), Timeframe.H1, "api", SampleCandles.candles(Symbol.of(symbol), count));
  }

  public static PredictionRequest ask(String symbol) {
    return ask(symbol, new WindowInput.Stored(), new ModelChoice.Champion(), null);
  }

  public static PredictionRequest ask(
      String symbol, WindowInput input, ModelChoice choice, @Nullable String userId) {
    return new PredictionRequest(
        Symbol.of(symbol), Timeframe.H1, input, choice, true, "request-1", userId);
  }

  @Override
  public void close() {
    commit.close();
  }
}
