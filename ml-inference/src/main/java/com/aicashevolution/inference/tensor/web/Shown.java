package com.aicashevolution.inference.tensor.web;

import org.jspecify.annotations.Nullable;

/** What a caller sent, short enough to be said back: a body of a megabyte may be one word. */
final class Shown {

  private static final int MAX_LENGTH = 64;

  private Shown() {}

  static String of(@Nullable Object sent) {
    String text = String.valueOf(sent);
    return text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }
}
