package com.aicashevolution.localstack.load;

import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Keeps every exchange. Thread-safe. */
public final class ExchangeLog implements Consumer<Exchange> {
  private final ConcurrentLinkedQueue<Exchange> exchanges = new ConcurrentLinkedQueue<>();
  private final AtomicInteger answered = new AtomicInteger();

  @Override
  public void accept(Exchange exchange) {
    exchanges.add(exchange);
    if (!exchange.failed()) {
      answered.incrementAndGet();
    }
  }

  /** How many were answered so far. */
  public int answered() {
    return answered.get();
  }

  /** All so far, in the order in which they were due. */
  public List<Exchange> inOrder() {
    return exchanges.stream().sorted(Comparator.comparingLong(Exchange::due)).toList();
  }
}
