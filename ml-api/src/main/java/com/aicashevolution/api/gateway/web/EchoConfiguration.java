package com.aicashevolution.api.gateway.web;

import com.aicashevolution.platform.security.Role;
import com.aicashevolution.platform.security.RouteRules;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may use the echo, where there is one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("ml.bench.echo")
class EchoConfiguration {

  @Bean
  RouteRules echoRoutes() {
    return RouteRules.builder().allow(Role.OPERATE, HttpMethod.POST, "/echo").build();
  }
}
