package com.aicashevolution.platform.security;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the properties of keys. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
public class SecurityConfiguration {

  @Bean
  ServiceKey serviceKey(SecurityProperties properties) {
    return new ServiceKey(properties.serviceKey());
  }
}
