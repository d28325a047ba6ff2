package com.aicashevolution.bench.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One request as bytes, with a number in it that may differ from request to request at no cost.
 *
 * @param bytes head and body
 * @param numbersAt where {@link #VARIED} stands; empty where every request is the same
 */
record RequestTemplate(byte[] bytes, int[] numbersAt) {
  /** What stands in a body for the number; the digits on both sides of the point are counted up. */
  static final String VARIED = "00.00000";

  private static final int LOWEST = 10_00000;
  private static final int NUMBERS = 80_00000;

  static RequestTemplate post(String path, String key, String body) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        """
        POST %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Content-Type: application/json\r
        Accept: application/json\r
        X-API-Key: %s\r
        Content-Length: %d\r
        \r
        """
            .formatted(path, key, content.length);
    byte[] first = head.getBytes(StandardCharsets.US_ASCII);
    byte[] all = Arrays.copyOf(first, first.length + content.length);
    System.arraycopy(content, 0, all, first.length, content.length);
    int[] numbersAt =
        IntStream.range(0, body.length())
            .filter(at -> body.startsWith(VARIED, at))
            .map(at -> first.length + at)
            .toArray();
    return new RequestTemplate(all, numbersAt);
  }

  /** Writes the number that belongs to {@code count}, in [10, 90), into a copy of the bytes. */
  void vary(byte[] copy, long count) {
    for (int at : numbersAt) {
      int number = LOWEST + Math.floorMod(count, NUMBERS);
      for (int place = VARIED.length() - 1; place >= 0; place--) {
        if (VARIED.charAt(place) != '.') {
          copy[at + place] = (byte) ('0' + number % 10);
          number /= 10;
        }
      }
    }
  }
}
