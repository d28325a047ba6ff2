package com.aicashevolution.localstack.prove;

import com.aicashevolution.localstack.load.Answer;
import com.aicashevolution.localstack.load.Exchange;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Judges answers as they come, and keeps one of each row; a million need not be kept. Thread-safe.
 */
final class CacheLedger implements Consumer<Exchange> {
  private static final int KEPT_COMPLAINTS = 5;

  private final Assignments versions;
  private final Function<String, Assignments> newestBars;
  private final Map<UUID, Answer> firstOfRow = new ConcurrentHashMap<>();
  private final AtomicLong cached = new AtomicLong();
  private final AtomicLong computed = new AtomicLong();
  private final AtomicLong cachedSingly = new AtomicLong();
  private final AtomicLong wrong = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

  /**
   * Knows what may be answered.
   *
   * @param newestBars by symbol
   */
  CacheLedger(Assignments versions, Function<String, Assignments> newestBars) {
    this.versions = versions;
    this.newestBars = newestBars;
  }

  @Override
  public void accept(Exchange exchange) {
    if (exchange.failed()) {
      failed.incrementAndGet();
      complain("failed: " + exchange.failure());
      return;
    }
    for (Answer answer : exchange.answers()) {
      judge(exchange, answer);
      (answer.cacheHit() ? cached : computed).incrementAndGet();
      if (answer.cacheHit() && exchange.answers().size() == 1) {
        cachedSingly.incrementAndGet();
      }
    }
  }

  private void judge(Exchange exchange, Answer answer) {
    Answer first = firstOfRow.putIfAbsent(answer.predictionId(), answer);
    if (!versions.allows(answer.modelVersion(), exchange.begun(), exchange.ended())) {
      wrong("of unassigned " + answer.modelVersion(), answer);
    } else if (!newestBars
        .apply(answer.symbol())
        .allows(answer.asOf(), exchange.begun(), exchange.ended())) {
      wrong("of the bar " + answer.asOf(), answer);
    } else if (first != null && !saysTheSame(first, answer)) {
      wrong("other than " + first, answer);
    }
  }

  /** Whether two answers name one row for a reason. */
  private static boolean saysTheSame(Answer one, Answer other) {
    return one.symbol().equals(other.symbol())
        && one.modelVersion().equals(other.modelVersion())
        && one.asOf().equals(other.asOf())
        && one.direction().equals(other.direction())
        && one.sell() == other.sell()
        && one.hold() == other.hold()
        && one.buy() == other.buy();
  }

  private void wrong(String how, Answer answer) {
    wrong.incrementAndGet();
    complain("%s: %s".formatted(how, answer));
  }

  private void complain(String sentence) {
    if (complaints.size() < KEPT_COMPLAINTS) {
      complaints.add(sentence);
    }
  }

  long cached() {
    return cached.get();
  }

  long cachedSingly() {
    return cachedSingly.get();
  }

  long computed() {
    return computed.get();
  }

  long wrong() {
    return wrong.get();
  }

  long failed() {
    return failed.get();
  }

  /** Some of what was wrong, in sentences. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** An answer of every row that was named. */
  Collection<Answer> oneOfEachRow() {
    return firstOfRow.values();
  }
}
