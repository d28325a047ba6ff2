package com.aicashevolution.localstack.prove;

import java.util.ArrayList;
import java.util.List;

/**
 * What may be answered when: from the moment at which a value was wished for it may be, and from
 * the moment at which it was seen to hold nothing else may be, for requests that begin later. In
 * between, either is right. Times are {@link System#nanoTime()}. Thread-safe.
 */
final class Assignments {
  private static final long STILL = Long.MAX_VALUE;

  private record Span(String value, long from, long until) {}

  private final List<Span> spans = new ArrayList<>();

  /** Holds since ever. */
  Assignments(String first) {
    spans.add(new Span(first, Long.MIN_VALUE, STILL));
  }

  /** {@code value} was asked for: it may hold from here on. */
  synchronized void wished(String value, long at) {
    if (spans.stream().noneMatch(span -> span.value.equals(value) && span.until == STILL)) {
      spans.add(new Span(value, at, STILL));
    }
  }

  /** {@code value} was seen to hold, at the latest from here on and alone. */
  synchronized void confirmed(String value, long at) {
    spans.replaceAll(
        span ->
            span.until == STILL && !span.value.equals(value)
                ? new Span(span.value, span.from, at)
                : span);
  }

  /** Whether {@code value} may have held at some moment of a request. */
  synchronized boolean allows(String value, long begun, long ended) {
    for (int i = spans.size() - 1; i >= 0; i--) {
      Span span = spans.get(i);
      if (span.value.equals(value) && span.from <= ended && span.until >= begun) {
        return true;
      }
    }
    return false;
  }
}
