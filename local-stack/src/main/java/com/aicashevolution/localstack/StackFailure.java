package com.aicashevolution.localstack;

import java.io.Serial;

/** The stack cannot do what was asked; the message is the whole sentence a person gets to read. */
public final class StackFailure extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public StackFailure(String sentence) {
    super(sentence);
  }

  public StackFailure(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
