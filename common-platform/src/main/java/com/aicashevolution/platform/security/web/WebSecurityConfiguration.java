package com.aicashevolution.platform.security.web;

import com.aicashevolution.platform.problem.web.ProblemWriter;
import com.aicashevolution.platform.security.KeyVerifier;
import com.aicashevolution.platform.security.Role;
import com.aicashevolution.platform.security.RouteRules;
import jakarta.servlet.DispatcherType;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The chain every request of every service passes: no session, no cookie, closed by default. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
public class WebSecurityConfiguration {

  /** Routes all services have. */
  @Bean
  RouteRules platformRoutes() {
    return RouteRules.builder()
        .open(HttpMethod.GET, "/health", "/health/live", "/health/ready")
        .open(HttpMethod.GET, "/actuator/health", "/actuator/health/**")
        .allow(Role.READ, HttpMethod.GET, "/health/detailed", "/metrics")
        .allow(Role.READ, HttpMethod.GET, "/actuator", "/actuator/prometheus", "/actuator/info")
        .allow(Role.READ, HttpMethod.GET, Documentation.PATTERNS)
        .build();
  }

  @Bean
  RouteAuthorization routeAuthorization(List<RouteRules> rules) {
    return new RouteAuthorization(RouteRules.combined(rules));
  }

  @Bean
  RouteRulesCheck routeRulesCheck(
      List<RouteRules> rules, ObjectProvider<RequestMappingHandlerMapping> mappings) {
    return new RouteRulesCheck(RouteRules.combined(rules), mappings);
  }

  /** Keys are the only way in: this replaces the user with a printed password Boot would make. */
  @Bean
  AuthenticationManager authenticationManager() {
    return authentication -> {
      throw new ProviderNotFoundException("only API keys authenticate");
    };
  }

  /** A span and a meter for each of Spring Security's filters tell nobody anything. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  SecurityFilterChain securityFilterChain(
      HttpSecurity http,
      KeyVerifier verifier,
      RouteAuthorization routes,
      Challenge challenge,
      ProblemWriter problems)
      throws Exception {
    Refusal refusal = new Refusal(routes, challenge, problems);
    return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        // nothing a browser sends unasked can change anything here, see PresentedKey
        .csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .headers(
            headers ->
                headers
                    .contentTypeOptions(Customizer.withDefaults())
                    .cacheControl(Customizer.withDefaults())
                    .frameOptions(frame -> frame.deny())
                    .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                    .contentSecurityPolicy(
                        csp ->
                            csp.policyDirectives(
                                "default-src 'self'; img-src 'self' data:; style-src 'self'"
                                    + " 'unsafe-inline'; frame-ancestors 'none'"))
                    .permissionsPolicyHeader(
                        p -> p.policy("camera=(), geolocation=(), microphone=()")))
        .addFilterBefore(
            new ApiKeyFilter(verifier, problems, challenge), AnonymousAuthenticationFilter.class)
        .exceptionHandling(e -> e.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
        .authorizeHttpRequests(
            requests ->
                requests
                    // the second leg of a request that was let in, or the page that says why not
                    .dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                    .permitAll()
                    .anyRequest()
                    .access(routes))
        .build();
  }
}
