package com.aicashevolution.inference.engine;

import com.aicashevolution.model.ModelVersion;

/** Which version a request wants. */
public sealed interface ModelChoice {

  /** Whoever is champion of the most specific line. */
  record Champion() implements ModelChoice {}

  /** This version and no other. */
  record Pinned(ModelVersion version) implements ModelChoice {}

  /**
   * The version that traffic assignment chose; where it cannot be had, the champion answers and
   * says so.
   */
  record Assigned(ModelVersion version, Variant variant) implements ModelChoice {}
}
