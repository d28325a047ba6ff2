package com.aicashevolution.platform.observability.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * One line a request, when it is answered: so it says all that became known of it. Inside of the
 * filter that observes requests (HIGHEST_PRECEDENCE + 1), lest it have no trace. The query is left
 * out: people paste keys there.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class RequestLogFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(RequestLogFilter.class);

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long begun = System.nanoTime();
    try {
      chain.doFilter(request, response);
    } finally {
      log.debug(
          "event=request_answered method={} path={} status={} took_ms={}",
          request.getMethod(),
          request.getRequestURI(),
          response.getStatus(),
          (System.nanoTime() - begun) / 1_000_000);
    }
  }
}
