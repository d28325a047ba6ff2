package com.aicashevolution.platform.problem;

import org.jspecify.annotations.Nullable;

/**
 * Ends a request with a problem. Thrown at the web edge only: features answer with sealed results,
 * and the edge decides which of them is a problem.
 */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  /** {@code cause} is for the log; the caller never sees it. */
  public ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.type().slug() + ": " + problem.detail(), cause);
    this.problem = problem;
  }

  public ProblemException(ProblemType type, String detail) {
    this(Problem.of(type, detail));
  }

  /** See {@link Problem#invalid(String, Object, String)}. */
  public static ProblemException invalid(String field, @Nullable Object value, String message) {
    return new ProblemException(Problem.invalid(field, value, message));
  }

  public Problem problem() {
    return problem;
  }
}
