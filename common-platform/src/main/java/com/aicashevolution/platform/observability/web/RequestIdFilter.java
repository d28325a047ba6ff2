package com.aicashevolution.platform.observability.web;

import com.aicashevolution.platform.observability.LogField;
import com.aicashevolution.platform.observability.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** First of all filters: accepts or makes the request id, returns it, and puts it into the log. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter extends OncePerRequestFilter {

  private static final String ATTRIBUTE = RequestIdFilter.class.getName();

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    RequestId id =
        request.getAttribute(ATTRIBUTE) instanceof RequestId known
            ? known
            : RequestId.acceptOr(request.getHeader(RequestId.HEADER), UUID.randomUUID());
    request.setAttribute(ATTRIBUTE, id);
    response.setHeader(RequestId.HEADER, id.value());
    MDC.put(RequestId.LOG_KEY, id.value());
    try {
      chain.doFilter(request, response);
    } finally {
      LogField.clear();
    }
  }
}
