package com.aicashevolution.trainer.runs;

/** A request that contradicts itself or the configuration. */
public final class InvalidTrainingRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final transient Object value;

  InvalidTrainingRequestException(String field, Object value, String message) {
    super(message);
    this.field = field;
    this.value = value;
  }

  /** Name on the wire. */
  public String field() {
    return field;
  }

  public Object value() {
    return value;
  }

  /** What is wrong with the field, beginning with "must". */
  public String complaint() {
    return String.valueOf(getMessage());
  }
}
