package com.aicashevolution.platform.problem.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets the problems of some paths repeat their sentence under the name that a foreign protocol's
 * clients read: such a document is a problem to one reader and the protocol's error to the other.
 * Registered for those paths by the service that speaks the protocol.
 */
public final class DetailAlias extends OncePerRequestFilter {

  /** Before everything that may refuse a request. */
  public static final int ORDER = -400;

  private static final String ATTRIBUTE = DetailAlias.class.getName();

  private final String member;

  /** Repeats the sentence as {@code member}. */
  public DetailAlias(String member) {
    this.member = member;
  }

  /** The other name of the sentence in answers to {@code request}; null where it has none. */
  static @Nullable String of(ServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof String member ? member : null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    request.setAttribute(ATTRIBUTE, member);
    chain.doFilter(request, response);
  }
}
