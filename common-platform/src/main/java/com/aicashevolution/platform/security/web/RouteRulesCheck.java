package com.aicashevolution.platform.security.web;

import com.aicashevolution.platform.security.RouteRules;
import com.aicashevolution.platform.security.RouteRules.Decision;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Refuses to start while a controller has a route without a rule: such a route would be closed to
 * everybody, and nobody would know why.
 */
final class RouteRulesCheck implements SmartInitializingSingleton {

  private final RouteRules rules;
  private final ObjectProvider<RequestMappingHandlerMapping> mappings;

  RouteRulesCheck(RouteRules rules, ObjectProvider<RequestMappingHandlerMapping> mappings) {
    this.rules = rules;
    this.mappings = mappings;
  }

  @Override
  public void afterSingletonsInstantiated() {
    List<String> uncovered = new ArrayList<>();
    mappings.forEach(
        mapping ->
            mapping
                .getHandlerMethods()
                .forEach((route, handler) -> uncovered.addAll(uncovered(route, handler))));
    if (!uncovered.isEmpty()) {
      throw new IllegalStateException("routes without a rule: " + uncovered);
    }
  }

  private List<String> uncovered(RequestMappingInfo route, HandlerMethod handler) {
    List<String> found = new ArrayList<>();
    if (ErrorController.class.isAssignableFrom(handler.getBeanType())) {
      return found;
    }
    for (String pattern : route.getPatternValues()) {
      PathContainer sample =
          PathContainer.parsePath(pattern.replaceAll("\\{[^}]*}", "x").replace("**", "x"));
      for (var method : route.getMethodsCondition().getMethods()) {
        Decision decision = rules.decide(HttpMethod.valueOf(method.name()), sample);
        if (decision instanceof Decision.NoRoute || decision instanceof Decision.WrongMethod) {
          found.add(method + " " + pattern);
        }
      }
      if (route.getMethodsCondition().getMethods().isEmpty()) {
        found.add("(any method) " + pattern);
      }
    }
    return found;
  }
}
