package com.aicashevolution.platform.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Which role a route needs. Each service declares one bean for its routes beside its controllers;
 * what no rule names is closed. Of several patterns that match, the most specific decides.
 * Immutable.
 */
public final class RouteRules {

  private final List<Rule> rules;

  private RouteRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** All rules of {@code parts} together. */
  public static RouteRules combined(Collection<RouteRules> parts) {
    return new RouteRules(parts.stream().flatMap(part -> part.rules.stream()).toList());
  }

  /** What a request to {@code path} needs. */
  public Decision decide(HttpMethod method, PathContainer path) {
    HttpMethod asked = method.equals(HttpMethod.HEAD) ? HttpMethod.GET : method;
    List<Rule> matching =
        rules.stream()
            .filter(rule -> rule.pattern.matches(path))
            .sorted(Comparator.comparing(Rule::pattern, PathPattern.SPECIFICITY_COMPARATOR))
            .toList();
    return matching.stream()
        .filter(rule -> rule.method.equals(asked))
        .findFirst()
        .<Decision>map(
            rule -> rule.role == null ? new Decision.Open() : new Decision.Needs(rule.role))
        .orElseGet(() -> noRule(matching));
  }

  private static Decision noRule(List<Rule> matching) {
    if (matching.isEmpty()) {
      return new Decision.NoRoute();
    }
    Set<String> methods = new TreeSet<>();
    matching.forEach(rule -> methods.add(rule.method.name()));
    return new Decision.WrongMethod(methods);
  }

  /** Outcome of {@link #decide}. */
  public sealed interface Decision {

    /** Anybody may, without a key. */
    record Open() implements Decision {}

    /** Only keys with this role may. */
    record Needs(Role role) implements Decision {}

    /** Nobody may: there is no such route. */
    record NoRoute() implements Decision {}

    /** Nobody may: the route has other methods. */
    record WrongMethod(Set<String> allowed) implements Decision {}
  }

  private record Rule(HttpMethod method, PathPattern pattern, @Nullable Role role) {}

  /** Collects rules. */
  public static final class Builder {

    private final List<Rule> rules = new ArrayList<>();

    private Builder() {}

    /** Lets keys with {@code role} send {@code method} to {@code patterns}. */
    public Builder allow(Role role, HttpMethod method, String... patterns) {
      return add(role, method, patterns);
    }

    /** Lets anybody send {@code method} to {@code patterns}. */
    public Builder open(HttpMethod method, String... patterns) {
      return add(null, method, patterns);
    }

    public RouteRules build() {
      return new RouteRules(rules);
    }

    private Builder add(@Nullable Role role, HttpMethod method, String... patterns) {
      for (String pattern : patterns) {
        rules.add(new Rule(method, PathPatternParser.defaultInstance.parse(pattern), role));
      }
      return this;
    }
  }
}
