package com.aicashevolution.inference;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.inference.cache.MemoryCache;
import com.aicashevolution.inference.cache.PredictionCache;
import com.aicashevolution.inference.cache.PredictionCacheProperties;
import com.aicashevolution.inference.engine.ModelResolver;
import com.aicashevolution.inference.journal.GroupCommit;
import com.aicashevolution.inference.journal.JournalProperties;
import com.aicashevolution.inference.prediction.Advisor;
import com.aicashevolution.inference.prediction.AnswerWriter;
import com.aicashevolution.inference.prediction.Answering;
import com.aicashevolution.inference.prediction.PredictionIds;
import com.aicashevolution.inference.prediction.Predictor;
import com.aicashevolution.inference.prediction.QuestionDesk;
import com.aicashevolution.inference.window.RecentCandles;
import com.aicashevolution.inference.window.SimulatedMarkets;
import com.aicashevolution.inference.window.WindowDigests;
import com.aicashevolution.inference.window.WindowProperties;
import com.aicashevolution.inference.window.WindowSource;
import com.aicashevolution.platform.cache.ByteCache;
import com.aicashevolution.platform.cache.CacheMetrics;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.observability.PredictionActivity;
import com.aicashevolution.platform.observability.PredictionMetrics;
import com.aicashevolution.platform.runtime.Repeating;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Assembles the way from a question to an answer. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({PredictionCacheProperties.class, WindowProperties.class})
class PredictionConfiguration {

  private static final Duration COVERAGE_EVERY = Duration.ofMinutes(1);

  @Bean
  FeaturePipeline featurePipeline() {
    return new FeaturePipeline();
  }

  @Bean
  RecentCandles recentCandles(
      CandleStore store, FeaturePipeline pipeline, WindowProperties properties, Clock clock) {
    return new RecentCandles(store, pipeline, properties, clock);
  }

  @Bean
  Repeating candleConfirmation(RecentCandles candles, WindowProperties properties) {
    return new Repeating("candle-confirmation", properties.confirmEvery(), candles::confirm);
  }

  @Bean
  SimulatedMarkets simulatedMarkets(CandleStore store, Clock clock) {
    return new SimulatedMarkets(store, clock);
  }

  @Bean
  Repeating coverageRefresh(SimulatedMarkets simulated) {
    return new Repeating("coverage-refresh", COVERAGE_EVERY, simulated::refresh);
  }

  @Bean
  WindowSource windowSource(
      RecentCandles candles, SimulatedMarkets simulated, FeaturePipeline pipeline) {
    return new WindowSource(candles, simulated, pipeline);
  }

  @Bean
  WindowDigests windowDigests(CandleStore store, FeaturePipeline pipeline) {
    return new WindowDigests(store, pipeline);
  }

  @Bean
  PredictionCache predictionCache(
      ByteCache shared, MeterRegistry meters, PredictionCacheProperties properties, Clock clock) {
    return new PredictionCache(
        new MemoryCache(clock, properties.memoryEntries()),
        shared,
        new CacheMetrics(meters, "memory"),
        properties.ttl(),
        clock);
  }

  @Bean
  AnswerWriter answerWriter(GroupCommit journal, SecureRandom random, Clock clock) {
    return new AnswerWriter(journal, new PredictionIds(random), clock);
  }

  @Bean
  Answering answering(PredictionCache cache, AnswerWriter writer, JournalProperties properties) {
    return new Answering(cache, writer, properties.acknowledgeWithin());
  }

  @Bean
  QuestionDesk questionDesk(ModelResolver models, WindowSource windows, Advisor advisor) {
    return new QuestionDesk(models, windows, advisor);
  }

  @Bean
  PredictionActivity predictionActivity(Clock clock) {
    return new PredictionActivity(clock);
  }

  @Bean
  PredictionMetrics predictionMetrics(
      MeterRegistry meters, TradedSymbols traded, PredictionActivity activity) {
    return new PredictionMetrics(meters, traded.symbols(), activity);
  }

  @Bean
  Predictor predictor(QuestionDesk desk, Answering answering, PredictionMetrics metrics) {
    return new Predictor(desk, answering, metrics);
  }
}
