package com.aicashevolution.inference.engine;

import com.aicashevolution.inference.engine.Refusal.Reason;
import com.aicashevolution.model.ModelVersion;

/** Ends the loading of a version that cannot be trusted; never leaves this package. */
final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Refusal refusal;

  RefusedException(ModelVersion version, Reason reason, String detail) {
    super(detail);
    this.refusal = new Refusal(version, reason, detail);
  }

  Refusal refusal() {
    return refusal;
  }

  static void require(boolean holds, ModelVersion version, Reason reason, String otherwise)
      throws RefusedException {
    if (!holds) {
      throw new RefusedException(version, reason, otherwise);
    }
  }
}
