package com.aicashevolution.trainer;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.weights.SignalProperties;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.trainer.runs.TrainingProperties;
import com.aicashevolution.trainer.weights.DecisionSources;
import com.aicashevolution.trainer.weights.EntryBars;
import com.aicashevolution.trainer.weights.ResolvedPredictions;
import com.aicashevolution.trainer.weights.TradeDecisions;
import com.aicashevolution.trainer.weights.WeightMeters;
import com.aicashevolution.trainer.weights.WeightOptimizer;
import com.aicashevolution.trainer.weights.WeightRevision;
import com.aicashevolution.trainer.weights.WeightsProperties;
import com.aicashevolution.trainer.weights.jdbc.JdbcPredictionLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the search for better indicator weights. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({WeightsProperties.class, SignalProperties.class})
class WeightsConfiguration {

  @Bean
  EntryBars entryBars(CandleStore candles, FeaturePipeline features) {
    return new EntryBars(candles, features);
  }

  @Bean
  ResolvedPredictions resolvedPredictions(
      JdbcClient jdbc, EntryBars bars, ModelRegistry registry, TrainingProperties training) {
    LabelSpec label = new LabelSpec(training.data().horizonBars(), training.data().barrierAtr());
    return new ResolvedPredictions(new JdbcPredictionLog(jdbc), bars, registry, label);
  }

  @Bean
  DecisionSources decisionSources(
      ResolvedPredictions predictions,
      EntryBars bars,
      TrainingProperties training,
      WeightsProperties properties,
      Clock clock) {
    return new DecisionSources(
        predictions,
        new TradeDecisions(bars, training.data().horizonBars()),
        properties.history(),
        clock);
  }

  @Bean
  WeightOptimizer weightOptimizer(WeightsProperties properties, SignalProperties signal) {
    return new WeightOptimizer(properties, signal.weightsMaxFactor());
  }

  @Bean
  WeightRevision weightRevision(
      DecisionSources sources,
      WeightOptimizer optimizer,
      WeightHistory history,
      ModelRegistry registry,
      MeterRegistry meters) {
    return new WeightRevision(sources, optimizer, history, registry, new WeightMeters(meters));
  }
}
