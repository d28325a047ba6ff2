package com.aicashevolution.bench.http;

import java.io.IOException;

/**
 * One thing that is asked.
 *
 * @param name as the table calls it
 * @param port of its server
 * @param request what it is sent
 * @param expected what nine in ten answers must contain, or it is not what is being measured: a
 *     remembered answer may end in the middle of a round
 */
record Contestant(String name, int port, RequestTemplate request, String expected) {
  private static final double TYPICAL_SHARE = 0.9;

  boolean isTypical(int status, String answer) throws IOException {
    if (status != 200) {
      throw new IOException(
          "%s answered %d where 200 was expected: %s".formatted(name, status, answer));
    }
    return answer.contains(expected);
  }

  void checkShare(int typical, int lookedAt) throws IOException {
    if (typical < TYPICAL_SHARE * lookedAt) {
      throw new IOException(
          "%s: %d of %d answers looked at had %s".formatted(name, typical, lookedAt, expected));
    }
  }
}
