package com.aicashevolution.platform.security;

import java.security.SecureRandom;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires keys where there is a door to open; a command of the jar needs no service key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(SecurityProperties.class)
public class SecurityConfiguration {

  @Bean
  ServiceKey serviceKey(SecurityProperties properties) {
    return new ServiceKey(properties.serviceKey());
  }

  @Bean
  KeyVerifier keyVerifier(
      ServiceKey serviceKey, ApiKeys store, SecurityProperties properties, Clock clock) {
    return new KeyVerifier(serviceKey, new VerifiedKeys(store, properties, clock), clock);
  }

  @Bean
  KeyIssuer keyIssuer(ApiKeys keys, SecureRandom random, Clock clock) {
    return new KeyIssuer(keys, random, clock);
  }
}
