package com.aicashevolution.platform.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands notices to the listeners one after the other on a thread of its own. A notice that equals a
 * waiting one adds nothing, so that a thousand changes of one thing are looked at once or twice.
 * Thread-safe.
 */
public final class NoticeBoard implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(NoticeBoard.class);

  private final List<NoticeListener> listeners;
  private final Set<Notice> waiting = new LinkedHashSet<>();
  private final Thread reader;
  private boolean closed;

  public NoticeBoard(List<NoticeListener> listeners) {
    this.listeners = List.copyOf(listeners);
    this.reader = Thread.ofVirtual().name("notice-board").unstarted(this::read);
  }

  public NoticeBoard start() {
    reader.start();
    return this;
  }

  /** Puts a notice up and returns at once. */
  public synchronized void post(Notice notice) {
    waiting.add(notice);
    notifyAll();
  }

  private void read() {
    for (Notice notice = take(); notice != null; notice = take()) {
      for (NoticeListener listener : listeners) {
        try {
          listener.heard(notice);
        } catch (RuntimeException failed) {
          log.warn(
              "event=notice_failed notice=\"{}\" reason=\"{}\"", notice.text(), failed.toString());
        }
      }
    }
  }

  private synchronized @Nullable Notice take() {
    try {
      while (waiting.isEmpty() && !closed) {
        wait();
      }
    } catch (InterruptedException shutdown) {
      closed = true;
    }
    if (closed) {
      return null;
    }
    Notice first = waiting.iterator().next();
    waiting.remove(first);
    return first;
  }

  /** What waits is dropped: the polls of the next start see it. */
  @Override
  public synchronized void close() {
    closed = true;
    notifyAll();
  }
}
