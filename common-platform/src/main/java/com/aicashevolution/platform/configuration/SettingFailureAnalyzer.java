package com.aicashevolution.platform.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.validation.BindValidationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.validation.FieldError;

/**
 * Ends a start whose settings a feature's record refused. Names the variable beside the property
 * and shows the value only where it is no secret; comes before Spring's own analyzers, which show
 * every value.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SettingFailureAnalyzer extends AbstractFailureAnalyzer<BindException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, BindException cause) {
    List<String> complaints = new ArrayList<>();
    if (cause.getCause() instanceof BindValidationException invalid) {
      String prefix = invalid.getValidationErrors().getName().toString();
      invalid.getValidationErrors().getAllErrors().stream()
          .filter(FieldError.class::isInstance)
          .map(FieldError.class::cast)
          .forEach(error -> complaints.add(refused(prefix, error)));
    } else {
      complaints.addAll(malformed(cause.getName().toString()));
    }
    return complaints.isEmpty()
        ? null
        : new FailureAnalysis(
            "A setting does not let this service start:\n\n  " + String.join("\n  ", complaints),
            "Correct the settings named above; docs/ENVIRONMENT.md lists the variables.",
            cause);
  }

  private static String refused(String prefix, FieldError error) {
    String property = prefix + "." + dashed(error.getField());
    List<EnvironmentVariable> variables = EnvironmentCatalogue.settingProperty(property);
    boolean secret = variables.stream().anyMatch(EnvironmentVariable::secret);
    return named(property, variables)
        + " "
        + error.getDefaultMessage()
        + (secret || error.getRejectedValue() == null ? "" : ", was " + error.getRejectedValue())
        + hint(variables);
  }

  private static List<String> malformed(String property) {
    List<EnvironmentVariable> variables = EnvironmentCatalogue.settingProperty(property);
    return variables.isEmpty()
        ? List.of()
        : List.of(
            named(property, variables)
                + " is malformed: expected "
                + variables.getFirst().form().expected()
                + hint(variables));
  }

  private static String named(String property, List<EnvironmentVariable> variables) {
    return variables.isEmpty()
        ? property
        : variables.stream().map(EnvironmentVariable::name).collect(Collectors.joining(" or "))
            + " ("
            + property
            + ")";
  }

  private static String hint(List<EnvironmentVariable> variables) {
    return variables.isEmpty() ? "" : variables.getFirst().hint();
  }

  /** {@code poolSize} as {@code pool-size}. */
  private static String dashed(String field) {
    return field.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }
}
