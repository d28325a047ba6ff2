package com.aicashevolution.platform.security.web;

import jakarta.servlet.http.HttpServletRequest;

/** The pages that describe the interface, which people open in a browser. */
final class Documentation {

  static final String[] PATTERNS = {
    "/v3/api-docs", "/v3/api-docs/**", "/v3/api-docs.yaml", "/swagger-ui.html", "/swagger-ui/**"
  };

  private Documentation() {}

  static boolean isAskedFor(HttpServletRequest request) {
    String path = request.getRequestURI();
    return request.getMethod().equals("GET")
        && (path.startsWith("/v3/api-docs") || path.startsWith("/swagger-ui"));
  }
}
