package com.aicashevolution.api.marketdata;

import org.jspecify.annotations.Nullable;

/** How an import ended. */
public sealed interface ImportResult {

  /** Every good row is stored. */
  record Imported(ImportReport report) implements ImportResult {}

  /**
   * Nothing is stored.
   *
   * @param sentence why, and what to do
   * @param report what was found; null where the file could not be read
   */
  record Refused(String sentence, @Nullable ImportReport report) implements ImportResult {}
}
