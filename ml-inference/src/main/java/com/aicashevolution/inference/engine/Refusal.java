package com.aicashevolution.inference.engine;

import com.aicashevolution.model.ModelVersion;

/**
 * Why a version may not answer.
 *
 * @param detail one sentence with the names and numbers
 */
public record Refusal(ModelVersion version, Reason reason, String detail) {

  /** What does not hold. */
  public enum Reason {
    MANIFEST_MISSING,
    MANIFEST_HASH,
    MANIFEST_FORMAT,
    IDENTITY,
    SCHEMA,
    FILE_NAME,
    FILE_MISSING,
    FILE_SIZE,
    FILE_HASH,
    WEIGHTS_FORMAT,
    BACKGROUND_FORMAT,
    SHAPE,
    GOLDEN_VECTORS
  }
}
