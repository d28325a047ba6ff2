package com.aicashevolution.platform.security.web;

import com.aicashevolution.platform.security.Caller;
import com.aicashevolution.platform.security.RouteRules;
import com.aicashevolution.platform.security.RouteRules.Decision;
import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.RequestPath;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Holds a request against the route rules; parses its path as the dispatcher will. */
final class RouteAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

  private final RouteRules rules;

  RouteAuthorization(RouteRules rules) {
    this.rules = rules;
  }

  @Override
  @SuppressWarnings("deprecation") // the successor's name differs only in its result type
  public AuthorizationDecision check(
      Supplier<Authentication> authentication, RequestAuthorizationContext context) {
    return new AuthorizationDecision(
        switch (decide(context.getRequest())) {
          case Decision.Open open -> true;
          case Decision.Needs needs -> has(authentication.get(), needs);
          case Decision.NoRoute nowhere -> false;
          case Decision.WrongMethod wrong -> false;
        });
  }

  Decision decide(HttpServletRequest request) {
    RequestPath path = RequestPath.parse(request.getRequestURI(), request.getContextPath());
    return rules.decide(HttpMethod.valueOf(request.getMethod()), path.pathWithinApplication());
  }

  private static boolean has(@Nullable Authentication authentication, Decision.Needs needs) {
    return authentication instanceof CallerAuthentication verified
        && caller(verified).role().includes(needs.role());
  }

  private static Caller caller(CallerAuthentication verified) {
    return verified.getPrincipal();
  }
}
