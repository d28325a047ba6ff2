package com.aicashevolution.api.gateway;

import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.RelayedProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
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

    /** The trainer does not answer; asking goes on. */
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
    @Nullable JsonNode last = null;
    int heard = 0;
    int silent = 0;
    while (stillListened()) {
      boolean newcomers = listeners.size() > heard;
      heard = listeners.size();
      try {
        JsonNode now = trainer.get("/training-status", Map.of()).body();
        if (newcomers || !now.equals(last)) {
          last = now;
          silent = 0;
          tell(listener -> listener.status(now));
        }
      } catch (ProblemException unanswered) {
        last = null;
        tell(listener -> listener.lost(unanswered.problem()));
      } catch (RelayedProblemException refused) {
        last = null;
        Problem problem = Problem.of(refused.type(), String.valueOf(refused.body().get("detail")));
        tell(listener -> listener.lost(problem));
      }
      if (++silent % PAUSES_PER_HEARTBEAT == 0) {
        tell(Listener::heartbeat);
      }
      rest();
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

  private void tell(Message message) {
    for (Listener listener : listeners) {
      try {
        message.to(listener);
      } catch (Exception gone) {
        listeners.remove(listener);
      }
    }
  }

  private interface Message {

    void to(Listener listener) throws Exception;
  }
}
