package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.inference.engine.ModelPool;
import com.aicashevolution.inference.engine.ModelResolver;
import com.aicashevolution.inference.tensor.ModelDirectory;
import com.aicashevolution.inference.tensor.TensorMetrics;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.problem.web.DetailAlias;
import com.aicashevolution.platform.security.Role;
import com.aicashevolution.platform.security.RouteRules;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Objects;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;

/** Assembles the protocol's doors and says who may use which. */
@Configuration(proxyBeanMethods = false)
class OpenInferenceConfiguration {

  private static final String MODEL = "/v2/models/{model}";
  private static final String VERSION = MODEL + "/versions/{version}";

  @Bean
  RouteRules openInferenceRoutes() {
    return RouteRules.builder()
        .open(HttpMethod.GET, "/v2/health/live", "/v2/health/ready")
        .allow(Role.READ, HttpMethod.GET, "/v2", MODEL, VERSION)
        .allow(Role.READ, HttpMethod.GET, MODEL + "/ready", VERSION + "/ready")
        .allow(Role.PREDICT, HttpMethod.POST, MODEL + "/infer", VERSION + "/infer")
        .allow(Role.READ, HttpMethod.GET, "/predictions/{predictionId}/tensor")
        .build();
  }

  /** The protocol's clients look for a refusal's sentence under {@code error}. */
  @Bean
  FilterRegistrationBean<?> openInferenceErrors() {
    FilterRegistrationBean<DetailAlias> registration =
        new FilterRegistrationBean<>(new DetailAlias("error"));
    registration.addUrlPatterns("/v2", "/v2/*");
    registration.setOrder(DetailAlias.ORDER);
    return registration;
  }

  @Bean
  ServerController.ServerBody openInferenceServer(Environment environment) {
    return ServerController.ServerBody.of(
        environment.getProperty("spring.application.name", "ml-inference"),
        Objects.requireNonNullElse(
            OpenInferenceConfiguration.class.getPackage().getImplementationVersion(),
            "development"));
  }

  @Bean
  ModelDirectory modelDirectory(ModelPool pool, ModelResolver resolver, TradedSymbols traded) {
    return new ModelDirectory(pool, resolver, traded);
  }

  @Bean
  TensorMetrics tensorMetrics(MeterRegistry meters) {
    return new TensorMetrics(meters);
  }

  @Bean
  InferRequestReader inferRequestReader(ObjectMapper json) {
    return new InferRequestReader(json.getFactory());
  }

  @Bean
  InferResponseWriter inferResponseWriter(ObjectMapper json) {
    return new InferResponseWriter(json);
  }
}
