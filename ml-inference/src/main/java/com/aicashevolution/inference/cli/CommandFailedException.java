package com.aicashevolution.inference.cli;

/** Ends a command with a sentence and no stack trace. */
final class CommandFailedException extends Exception {

  private static final long serialVersionUID = 1L;

  CommandFailedException(String sentence) {
    super(sentence);
  }
}
