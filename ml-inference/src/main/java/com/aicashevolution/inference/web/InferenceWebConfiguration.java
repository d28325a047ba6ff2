package com.aicashevolution.inference.web;

import com.aicashevolution.inference.engine.CandidateFinder;
import com.aicashevolution.inference.engine.ModelResolver;
import com.aicashevolution.inference.explain.Explainer;
import com.aicashevolution.inference.journal.FailoverJournal;
import com.aicashevolution.inference.prediction.Predictor;
import com.aicashevolution.inference.replay.Replayer;
import com.aicashevolution.platform.journal.PredictionJournal;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.observability.RequestSeries;
import com.aicashevolution.platform.security.Role;
import com.aicashevolution.platform.security.RouteRules;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may use which door, and the parts the controllers share. */
@Configuration(proxyBeanMethods = false)
class InferenceWebConfiguration {

  /** Some explanations long: whoever waits longer had better ask again. */
  private static final Duration EXPLANATION_PATIENCE = Duration.ofSeconds(1);

  @Bean
  RouteRules inferenceRoutes() {
    return RouteRules.builder()
        .allow(Role.PREDICT, HttpMethod.POST, "/predict", "/batch-predict")
        .allow(Role.READ, HttpMethod.GET, "/model/info", "/predictions/{predictionId}")
        .allow(Role.READ, HttpMethod.GET, "/predictions/{predictionId}/explanation")
        .allow(Role.READ, HttpMethod.POST, "/predictions/{predictionId}/replay")
        .allow(Role.OPERATE, HttpMethod.POST, "/reload-model", "/features/digests")
        .build();
  }

  @Bean
  JournalRows journalRows(@Qualifier(FailoverJournal.NAME) PredictionJournal journal) {
    return new JournalRows(journal);
  }

  @Bean
  Replayer replayer(ModelResolver models) {
    return new Replayer(models);
  }

  /** Half of the processors explain at most; the others go on predicting. */
  @Bean
  Explainer explainer(ModelResolver models) {
    int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    return new Explainer(models, atOnce, EXPLANATION_PATIENCE);
  }

  @Bean
  RequestSeries predictSeries() {
    return new RequestSeries("/predict", "/batch-predict");
  }

  @Bean
  PredictBodyReader predictBodyReader(TradedSymbols traded) {
    return new PredictBodyReader(traded);
  }

  @Bean
  ResultProblems resultProblems(CandidateFinder candidates) {
    return new ResultProblems(candidates);
  }

  @Bean
  BatchAnswering batchAnswering(
      ObjectMapper json, PredictBodyReader bodies, Predictor predictor, ResultProblems problems) {
    return new BatchAnswering(json, bodies, predictor, problems);
  }
}
