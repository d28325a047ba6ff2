package com.aicashevolution.api.gateway;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.RelayedProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Watches the current training run for any number of listeners with one question a second, and asks
 * nothing while nobody listens. Thread-safe.
 */
@Component
public final class TrainingStatusFeed implements AutoCloseable {

  /** Most listeners at a time. */
  public static final int MAX_LISTENERS = 100;

  private static final Logger log = LoggerFactory.getLogger(TrainingStatusFeed.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final int PAUSES_PER_HEARTBEAT = 15;

  private final Trainer trainer;
  private final Duration pause;
  private final CopyOnWriteArrayList<Listener> listeners = new CopyOnWriteArrayList<>();
  private @Nullable Thread watching;

  @Autowired
  TrainingStatusFeed(Trainer trainer) {
    this(trainer, PAUSE);
  }

  TrainingStatusFeed(Trainer trainer, Duration pause) {
    this.trainer = trainer;
    this.pause = pause;
  }

  /** Hears what the trainer says. Its methods throw when nobody is there any more. */
  public interface Listener {

    /** A status that differs from the one before. */
    void status(JsonNode status) throws Exception;

    /** The trainer does not answer any more; asking goes on. */
    void lost(Problem problem) throws Exception;

    /** Nothing new for a while. */
    void heartbeat() throws Exception;
  }

  /** Adds a listener, unless there are too many. Returns whether it was added. */
  public synchronized boolean listen(Listener listener) {
    if (listeners.size() >= MAX_LISTENERS) {
      return false;
    }
    listeners.add(listener);
    if (watching == null) {
      watching = Thread.ofVirtual().name("training-status").start(this::watch);
    } else {
      watching.interrupt();
    }
    return true;
  }

  public void leave(Listener listener) {
    listeners.remove(listener);
  }

  @Override
  public synchronized void close() {
    listeners.clear();
    if (watching != null) {
      watching.interrupt();
    }
  }

  private void watch() {
    Set<Listener> told = new HashSet<>();
    Object last = null;
    int silent = 0;
    while (stillListened()) {
      told.retainAll(listeners);
      Object now = ask();
      if (!now.equals(last)) {
        told.clear();
        silent = 0;
      }
      last = now;
      tell(now, told);
      if (++silent % PAUSES_PER_HEARTBEAT == 0) {
        for (Listener listener : listeners) {
          tellOne(listener, Listener::heartbeat);
        }
      }
      rest();
    }
  }

  /** The status, or the problem with getting it. */
  private Object ask() {
    try {
      return trainer.get("/training-status", Map.of()).body();
    } catch (ProblemException unanswered) {
      return unanswered.problem();
    } catch (RelayedProblemException refused) {
      return Problem.of(refused.type(), String.valueOf(refused.body().get("detail")));
    }
  }

  /** Tells those who were not told yet. */
  private void tell(Object now, Set<Listener> told) {
    for (Listener listener : listeners) {
      if (told.add(listener)) {
        switch (now) {
          case JsonNode status -> tellOne(listener, it -> it.status(status));
          case Problem problem -> tellOne(listener, it -> it.lost(problem));
          default -> throw new IllegalStateException("neither status nor problem: " + now);
        }
      }
    }
  }

  private synchronized boolean stillListened() {
    if (listeners.isEmpty()) {
      watching = null;
      return false;
    }
    return true;
  }

  private void rest() {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException somebodyCameOrWeClose) {
      log.debug("training status asked for early");
    }
  }

  private void tellOne(Listener listener, Message message) {
    try {
      message.to(listener);
    } catch (Exception gone) {
      listeners.remove(listener);
    }
  }

  private interface Message {

    void to(Listener listener) throws Exception;
  }
}
