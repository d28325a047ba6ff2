package com.aicashevolution.platform.journal;

import java.util.UUID;

/** A row of the journal holds what nobody ever wrote there. */
public final class DamagedRowException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final UUID predictionId;
  private final String why;

  public DamagedRowException(UUID predictionId, RuntimeException cause) {
    super("the journal row of " + predictionId + " is damaged: " + cause.getMessage(), cause);
    this.predictionId = predictionId;
    this.why = String.valueOf(cause.getMessage());
  }

  public UUID predictionId() {
    return predictionId;
  }

  /** One sentence with the value. */
  public String why() {
    return why;
  }
}
