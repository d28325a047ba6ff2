package com.aicashevolution.platform.artifact;

/**
 * A file of a version is not what it should be; the message names what and where. Not an {@link
 * java.io.IOException}: reading it again will not help.
 */
public final class ArtifactFormatException extends Exception {

  private static final long serialVersionUID = 1L;

  public ArtifactFormatException(String message) {
    super(message);
  }

  public ArtifactFormatException(String message, Throwable cause) {
    super(message, cause);
  }
}
