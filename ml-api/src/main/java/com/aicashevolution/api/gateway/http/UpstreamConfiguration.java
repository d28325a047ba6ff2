package com.aicashevolution.api.gateway.http;

import com.aicashevolution.api.gateway.Inference;
import com.aicashevolution.api.gateway.Trainer;
import com.aicashevolution.api.gateway.UpstreamGuard;
import com.aicashevolution.api.gateway.UpstreamProperties;
import com.aicashevolution.platform.upstream.Upstream;
import com.aicashevolution.platform.upstream.http.UpstreamClients;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** Connects to the services behind the door. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(UpstreamProperties.class)
class UpstreamConfiguration {

  private static final String INFERENCE = "ml-inference";
  private static final String TRAINER = "ml-trainer";

  @Bean
  UpstreamGuard inferenceGuard(
      UpstreamProperties properties, CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
    return new UpstreamGuard(INFERENCE, properties.concurrentPredictions(), breakers, bulkheads);
  }

  @Bean
  UpstreamGuard trainerGuard(
      UpstreamProperties properties, CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
    return new UpstreamGuard(TRAINER, properties.concurrentTraining(), breakers, bulkheads);
  }

  @Bean
  RestClient inferenceClient(UpstreamClients clients, UpstreamProperties properties) {
    return clients.connect(
        new Upstream(
            INFERENCE,
            properties.inferenceUrl(),
            properties.connectTimeout(),
            properties.predictTimeout()));
  }

  @Bean
  RestClient trainerClient(UpstreamClients clients, UpstreamProperties properties) {
    return trainerClient(clients, properties, properties.trainingTimeout());
  }

  @Bean
  RestClient patientTrainerClient(UpstreamClients clients, UpstreamProperties properties) {
    return trainerClient(clients, properties, properties.searchTimeout());
  }

  private static RestClient trainerClient(
      UpstreamClients clients, UpstreamProperties properties, Duration readTimeout) {
    return clients.connect(
        new Upstream(TRAINER, properties.trainingUrl(), properties.connectTimeout(), readTimeout));
  }

  @Bean
  Inference inference(RestClient inferenceClient, UpstreamGuard inferenceGuard) {
    return new HttpInference(inferenceClient, inferenceGuard);
  }

  @Bean
  Trainer trainer(
      RestClient trainerClient, RestClient patientTrainerClient, UpstreamGuard trainerGuard) {
    return new HttpTrainer(trainerClient, patientTrainerClient, trainerGuard);
  }

  @Bean
  UpstreamCheck inferenceCheck(RestClient inferenceClient) {
    return new UpstreamCheck(INFERENCE, inferenceClient);
  }

  @Bean
  UpstreamCheck trainerCheck(RestClient trainerClient) {
    return new UpstreamCheck(TRAINER, trainerClient);
  }
}
