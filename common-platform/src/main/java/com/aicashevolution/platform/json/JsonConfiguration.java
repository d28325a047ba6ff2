package com.aicashevolution.platform.json;

import com.fasterxml.jackson.databind.Module;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Teaches Spring's mapper the domain's names. */
@Configuration(proxyBeanMethods = false)
class JsonConfiguration {

  @Bean
  Module domainModule() {
    return DomainJson.module();
  }
}
