package com.aicashevolution.trainer.web;

import com.aicashevolution.platform.security.Role;
import com.aicashevolution.platform.security.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may use which door. */
@Configuration(proxyBeanMethods = false)
class TrainerWebConfiguration {

  @Bean
  RouteRules trainerRoutes() {
    return RouteRules.builder()
        .allow(
            Role.READ,
            HttpMethod.GET,
            "/training-status",
            "/training-status/stream",
            "/training",
            "/models",
            "/models/{version}",
            "/backtests",
            "/backtests/{id}",
            "/backtests/{id}/{file}",
            "/validations",
            "/validations/{id}",
            "/drift")
        .allow(
            Role.OPERATE,
            HttpMethod.POST,
            "/train",
            "/training/{trainingId}/cancel",
            "/models/{version}/promote",
            "/models/{version}/rollback",
            "/models/{version}/validate",
            "/backtests",
            "/backtests/{id}/cancel",
            "/weights/optimize",
            "/weights/reset",
            "/drift-detection",
            "/features/digests")
        .build();
  }
}
