package com.aicashevolution.platform.persistence;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start on a foreign schema with both versions instead of a stack trace. */
final class ForeignSchemaFailureAnalyzer extends AbstractFailureAnalyzer<ForeignSchemaException> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ForeignSchemaException cause) {
    return new FailureAnalysis(
        "The service was stopped because " + cause.getMessage() + ".",
        "Start the build that made this schema or a newer one, or point DATABASE_URL at a database"
            + " of this build's own.",
        cause);
  }
}
