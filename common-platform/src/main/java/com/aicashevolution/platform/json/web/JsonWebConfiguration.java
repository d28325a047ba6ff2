package com.aicashevolution.platform.json.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.MappingJackson2HttpMessageConverter;

/** Makes JSON the only language of bodies. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class JsonWebConfiguration {

  private static final int BEFORE_THE_BODY_LIMIT = -300;

  @Bean
  FilterRegistrationBean<?> jsonByDefault() {
    FilterRegistrationBean<JsonByDefault> registration =
        new FilterRegistrationBean<>(new JsonByDefault());
    registration.setOrder(BEFORE_THE_BODY_LIMIT);
    return registration;
  }

  /** Takes the place of Spring Boot's. */
  @Bean
  MappingJackson2HttpMessageConverter wholeJson(ObjectMapper json) {
    return new WholeJson(json);
  }

  /** Tomcat must not eat a body as parameters. */
  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> noFormParameters() {
    return factory ->
        factory.addConnectorCustomizers(connector -> connector.setParseBodyMethods(""));
  }
}
