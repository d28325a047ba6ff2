package com.aicashevolution.platform.security.web;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.platform.problem.web.ProblemWriter;
import com.aicashevolution.platform.security.RouteRules.Decision;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Says no: to nobody with 401, to a known caller with 403, or with the 404 or 405 that is the truth
 * about a route that does not exist.
 */
final class Refusal implements AuthenticationEntryPoint, AccessDeniedHandler {

  private final RouteAuthorization routes;
  private final Challenge challenge;
  private final ProblemWriter problems;

  Refusal(RouteAuthorization routes, Challenge challenge, ProblemWriter problems) {
    this.routes = routes;
    this.challenge = challenge;
    this.problems = problems;
  }

  @Override
  public void commence(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException nobody)
      throws IOException {
    challenge.refuse(request, response, "Send an API key in X-API-Key or Authorization: Bearer");
  }

  @Override
  public void handle(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
      throws IOException {
    problems.write(
        request,
        response,
        switch (routes.decide(request)) {
          case Decision.NoRoute nowhere ->
              Problem.of(ProblemType.NOT_FOUND, "There is nothing at this address");
          case Decision.WrongMethod wrong -> {
            response.setHeader("Allow", String.join(", ", wrong.allowed()));
            yield Problem.of(
                ProblemType.METHOD_NOT_ALLOWED,
                request.getMethod() + " is not supported here, only " + wrong.allowed());
          }
          case Decision.Needs needs ->
              Problem.of(ProblemType.FORBIDDEN, "This needs a key with the role " + needs.role())
                  .with("required_role", needs.role().name());
          case Decision.Open open -> Problem.of(ProblemType.FORBIDDEN, "This key may not do this");
        });
  }
}
