package com.aicashevolution.platform.configuration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start with the variables that are wrong instead of a stack trace. */
final class InvalidEnvironmentFailureAnalyzer
    extends AbstractFailureAnalyzer<InvalidEnvironmentException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, InvalidEnvironmentException cause) {
    return new FailureAnalysis(
        "The environment does not let this service start:\n\n  "
            + String.join("\n  ", cause.complaints()),
        "Set the variables named above; docs/ENVIRONMENT.md lists them all.",
        cause);
  }
}
