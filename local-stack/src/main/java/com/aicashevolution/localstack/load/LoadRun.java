package com.aicashevolution.localstack.load;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Requests that are being sent until {@link #close}. A connection that broke is opened anew for the
 * next request; each failure is an exchange like any other.
 */
public final class LoadRun implements AutoCloseable {
  private static final long NANOS = 1_000_000_000;
  private static final long AFTER_REFUSED_CONNECTION = 20_000_000;

  private final Target target;
  private final Pace pace;
  private final LongFunction<String> bodies;
  private final AnswerReader reader = new AnswerReader();
  private final Consumer<Exchange> seen;
  private final AtomicLong next = new AtomicLong();
  private final List<Thread> workers = new ArrayList<>();
  private final long start = System.nanoTime();
  private volatile boolean stopped;

  private LoadRun(Target target, Pace pace, LongFunction<String> bodies, Consumer<Exchange> seen) {
    this.target = target;
    this.pace = pace;
    this.bodies = bodies;
    this.seen = seen;
  }

  /**
   * Begins.
   *
   * @param bodies the JSON of the n-th request, n from 0; called from many threads
   * @param seen is given every exchange, from many threads
   */
  public static LoadRun start(
      Target target, Pace pace, LongFunction<String> bodies, Consumer<Exchange> seen) {
    LoadRun run = new LoadRun(target, pace, bodies, seen);
    for (int i = 0; i < pace.connections(); i++) {
      run.workers.add(Thread.ofVirtual().name("load-", i).start(run::work));
    }
    return run;
  }

  private void work() {
    @Nullable HttpConnection connection = null;
    while (!stopped) {
      long number = next.getAndIncrement();
      byte[] request = target.request(bodies.apply(number));
      long due = awaitDue(number);
      if (stopped) {
        break;
      }
      long begun = System.nanoTime();
      try {
        if (connection == null) {
          connection = HttpConnection.open(target.port());
        }
        HttpConnection.Reply reply = connection.exchange(request);
        // the answer is there before anybody reads it
        long ended = System.nanoTime();
        if (reply.isLast()) {
          connection.close();
          connection = null;
        }
        seen.accept(exchange(due, begun, ended, reply));
      } catch (IOException e) {
        seen.accept(new Exchange(due, begun, System.nanoTime(), List.of(), e.toString()));
        if (connection == null) {
          LockSupport.parkNanos(AFTER_REFUSED_CONNECTION);
        } else {
          connection.close();
          connection = null;
        }
      }
    }
    if (connection != null) {
      connection.close();
    }
  }

  private long awaitDue(long number) {
    if (!pace.isOpen()) {
      return System.nanoTime();
    }
    long due = start + (long) (number * (NANOS / pace.perSecond()));
    for (long left = due - System.nanoTime();
        left > 0 && !stopped;
        left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
    return due;
  }

  private Exchange exchange(long due, long begun, long ended, HttpConnection.Reply reply)
      throws IOException {
    if (reply.status() != 200) {
      String text = new String(reply.body(), java.nio.charset.StandardCharsets.UTF_8);
      return new Exchange(due, begun, ended, List.of(), "HTTP " + reply.status() + " " + text);
    }
    List<Answer> answers = reader.read(reply.body());
    return answers.isEmpty()
        ? new Exchange(due, begun, ended, answers, "an answer without a prediction")
        : new Exchange(due, begun, ended, answers, null);
  }

  /** Sends nothing any more and waits for what is under way. Closing twice is no error. */
  @Override
  public void close() {
    stopped = true;
    try {
      for (Thread worker : workers) {
        worker.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
