package com.aicashevolution.bench.http;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Asks one server over a number of kept-alive connections from a single thread, so lightly that the
 * server is what is measured. Every answer must be a success; one in 16 is looked into as well.
 */
final class LoadGenerator {
  private static final int LOOKED_AT = 16;
  private static final long MILLI = 1_000_000;
  private static final long LONGEST_SLEEP_MILLIS = 100;

  private final Servers servers;
  private final Contestant contestant;
  private final int connections;
  private final Pace pace;
  private long[] latencies = new long[1 << 16];
  private int answers;
  private int lookedAt;
  private int typical;
  private long sent;

  /**
   * Plans a load.
   *
   * @param firstNumber of the varied requests, beyond those that were sent before
   */
  LoadGenerator(
      Servers servers, Contestant contestant, int connections, Pace pace, long firstNumber) {
    this.servers = servers;
    this.contestant = contestant;
    this.connections = connections;
    this.pace = pace;
    this.sent = firstNumber;
  }

  /** Number of the next varied request. */
  long nextNumber() {
    return sent;
  }

  Round run(Duration length) throws IOException {
    List<Exchange> all = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      Deque<Exchange> free = new ArrayDeque<>();
      for (int i = 0; i < connections; i++) {
        Exchange exchange = Exchange.connect(contestant.port(), selector, contestant.request());
        all.add(exchange);
        free.add(exchange);
      }
      return run(selector, free, length.toNanos());
    } finally {
      for (Exchange exchange : all) {
        exchange.close();
      }
    }
  }

  private Round run(Selector selector, Deque<Exchange> free, long lengthNanos) throws IOException {
    ProcessorTime used = servers.processorTime();
    long begun = System.nanoTime();
    long due = begun;
    long now = begun;
    while (now - begun < lengthNanos || free.size() < connections) {
      boolean over = now - begun >= lengthNanos;
      while (!over && !free.isEmpty() && due - now <= 0) {
        free.remove().send(sent++, isOpen() ? due : now);
        due = isOpen() ? due + betweenNanos() : now;
      }
      await(selector, due - now);
      now = System.nanoTime();
      for (SelectionKey ready : selector.selectedKeys()) {
        Exchange exchange = (Exchange) ready.attachment();
        if (exchange.advance()) {
          exchange.rest();
          note(exchange, now);
          free.add(exchange);
        }
      }
      selector.selectedKeys().clear();
    }
    contestant.checkShare(typical, lookedAt);
    return Round.of(latencies, answers, now - begun, used, servers.processorTime());
  }

  /** The thread sleeps while it can: the engines share its core. */
  private void await(Selector selector, long untilDueNanos) throws IOException {
    if (!isOpen() || untilDueNanos > 2 * MILLI) {
      selector.select(isOpen() ? untilDueNanos / MILLI - 1 : LONGEST_SLEEP_MILLIS);
    } else if (selector.selectNow() == 0) {
      Thread.yield();
    }
  }

  private boolean isOpen() {
    return pace instanceof Pace.Open;
  }

  private long betweenNanos() {
    return switch (pace) {
      case Pace.Open(double perSecond) -> (long) (1e9 / perSecond);
      case Pace.Closed() -> 0;
    };
  }

  private void note(Exchange exchange, long now) throws IOException {
    if (answers % LOOKED_AT == LOOKED_AT - 1 || exchange.status() != 200) {
      lookedAt++;
      typical += contestant.isTypical(exchange.status(), exchange.text()) ? 1 : 0;
    }
    if (answers == latencies.length) {
      latencies = Arrays.copyOf(latencies, 2 * answers);
    }
    latencies[answers++] = now - exchange.dueNanos();
  }
}
