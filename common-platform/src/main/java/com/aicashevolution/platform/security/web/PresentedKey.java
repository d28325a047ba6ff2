package com.aicashevolution.platform.security.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Finds the key in a request. */
final class PresentedKey {

  private static final String BEARER = "bearer ";
  private static final String BASIC = "basic ";

  private PresentedKey() {}

  /**
   * The key in {@code X-API-Key}, else in {@code Authorization: Bearer}, else the password of
   * {@code Authorization: Basic}. The last is read for documentation pages only: browsers send it
   * without being asked, so it must not be able to change anything.
   */
  static Optional<String> of(HttpServletRequest request) {
    String header = request.getHeader("X-API-Key");
    if (header != null) {
      return Optional.of(header.strip());
    }
    String authorization = request.getHeader("Authorization");
    if (authorization == null) {
      return Optional.empty();
    }
    if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Optional.of(authorization.substring(BEARER.length()).strip());
    }
    if (authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())
        && Documentation.isAskedFor(request)) {
      return password(authorization.substring(BASIC.length()).strip());
    }
    return Optional.empty();
  }

  private static Optional<String> password(String base64) {
    try {
      String pair = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }
}
