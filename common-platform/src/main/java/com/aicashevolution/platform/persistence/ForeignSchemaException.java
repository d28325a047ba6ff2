package com.aicashevolution.platform.persistence;

/** The database's schema was made by another build; working on it would be guessing. */
public final class ForeignSchemaException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ForeignSchemaException(String message) {
    super(message);
  }

  static ForeignSchemaException future(String found, String known) {
    return new ForeignSchemaException(
        "the database's schema is at version "
            + found
            + ", this build knows versions up to "
            + known);
  }

  static ForeignSchemaException different(String found, String known, String details) {
    return new ForeignSchemaException(
        "the database's schema says it is at version "
            + found
            + ", but another build made it than this one, which knows version "
            + known
            + ": "
            + details);
  }
}
