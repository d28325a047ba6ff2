package com.aicashevolution.platform.configuration;

import java.util.List;

/** The environment does not let the service start. Holds every complaint, and no secret. */
public final class InvalidEnvironmentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String[] complaints;

  InvalidEnvironmentException(List<String> complaints) {
    super(String.join("\n", complaints));
    this.complaints = complaints.toArray(String[]::new);
  }

  /** One sentence a variable. */
  public List<String> complaints() {
    return List.of(complaints);
  }
}
