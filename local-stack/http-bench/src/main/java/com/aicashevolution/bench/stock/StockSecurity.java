package com.aicashevolution.bench.stock;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.AbstractPreAuthenticatedProcessingFilter;

/** A key in a header, the way Spring Security's own filters do it. */
@Configuration(proxyBeanMethods = false)
class StockSecurity {

  @Bean
  AuthenticationManager keys(@Value("${stock.key}") String key) {
    return presented -> {
      if (!key.equals(presented.getPrincipal())) {
        throw new BadCredentialsException("not the key");
      }
      presented.setAuthenticated(true);
      return presented;
    };
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http, AuthenticationManager keys) throws Exception {
    HeaderKey header = new HeaderKey();
    header.setAuthenticationManager(keys);
    return http.csrf(AbstractHttpConfigurer::disable)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .addFilter(header)
        .authorizeHttpRequests(
            requests ->
                requests
                    .requestMatchers("/actuator/health")
                    .permitAll()
                    .anyRequest()
                    .authenticated())
        .build();
  }

  private static final class HeaderKey extends AbstractPreAuthenticatedProcessingFilter {
    @Override
    protected @Nullable Object getPreAuthenticatedPrincipal(HttpServletRequest request) {
      return request.getHeader("X-API-Key");
    }

    @Override
    protected Object getPreAuthenticatedCredentials(HttpServletRequest request) {
      return "";
    }
  }
}
