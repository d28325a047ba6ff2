package com.aicashevolution.api.marketdata;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens files of bars. */
public interface BarFiles {

  /**
   * Finds out how {@code file} is written.
   *
   * @param format what it is said to be; empty to find out
   * @throws IOException if it cannot be read
   */
  Opening open(Path file, Optional<CandleFormat> format) throws IOException;

  /** Whether a file was understood. */
  sealed interface Opening {

    /** It was. */
    record Opened(BarFile file) implements Opening {}

    /** It was not; {@code sentence} says what to do. */
    record Refused(String sentence) implements Opening {}
  }
}
