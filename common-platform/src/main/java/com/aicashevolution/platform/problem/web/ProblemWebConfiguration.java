package com.aicashevolution.platform.problem.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.util.unit.DataSize;

/** Puts the guards in their places. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
public class ProblemWebConfiguration {

  /** Largest request body any service reads. */
  public static final DataSize MAX_BODY = DataSize.ofMegabytes(1);

  /** Before security and after the request id, so that its answers carry one. */
  private static final int BODY_LIMIT_ORDER = -200;

  @Bean
  FilterRegistrationBean<?> bodyLimit(ProblemWriter problems) {
    FilterRegistrationBean<BodyLimit> registration =
        new FilterRegistrationBean<>(new BodyLimit(MAX_BODY.toBytes(), problems));
    registration.setOrder(BODY_LIMIT_ORDER);
    return registration;
  }

  @Bean
  RequestRejectedHandler requestRejectedHandler(ProblemWriter problems) {
    return (request, response, rejected) ->
        problems.write(request, response, SpringProblems.byStatus(HttpStatus.BAD_REQUEST));
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> containerErrors(ObjectMapper json) {
    return factory ->
        factory.addContextCustomizers(
            context -> {
              if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass("");
                host.getPipeline().addValve(new ContainerErrors(json));
              }
            });
  }
}
