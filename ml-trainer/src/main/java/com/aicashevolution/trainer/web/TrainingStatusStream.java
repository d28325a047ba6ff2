package com.aicashevolution.trainer.web;

import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.trainer.runs.RunStatus;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Streams a run's status as server-sent events named {@code status} until it has ended. */
@RestController
@Tag(name = "training")
class TrainingStatusStream {

  private static final Logger LOG = LoggerFactory.getLogger(TrainingStatusStream.class);
  private static final Duration LONGEST = Duration.ofHours(6);
  private static final int MOST_LISTENERS = 64;
  private static final int BEATS_PER_COMMENT = 15;

  private final TrainingController status;
  private final Semaphore listeners = new Semaphore(MOST_LISTENERS);

  TrainingStatusStream(TrainingController status) {
    this.status = status;
  }

  @GetMapping(path = "/training-status/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(summary = "The status of a run as it changes, as server-sent events")
  SseEmitter stream(
      @RequestParam(name = "training_id", required = false) @Nullable String trainingId) {
    TrainingStatusBody first = status.status(trainingId);
    if (!listeners.tryAcquire()) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE, "There are " + MOST_LISTENERS + " listeners already");
    }
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    CountDownLatch closed = new CountDownLatch(1);
    emitter.onCompletion(closed::countDown);
    emitter.onTimeout(closed::countDown);
    emitter.onError(_ -> closed.countDown());
    Thread.ofVirtual()
        .name("training-status-stream")
        .start(() -> follow(emitter, trainingId, first, closed));
    return emitter;
  }

  private void follow(
      SseEmitter emitter,
      @Nullable String trainingId,
      TrainingStatusBody first,
      CountDownLatch closed) {
    try {
      send(emitter, first);
      TrainingStatusBody last = first;
      for (int beat = 1; !ended(trainingId, last); beat++) {
        if (closed.await(1, TimeUnit.SECONDS)) {
          return;
        }
        TrainingStatusBody now = status.status(trainingId);
        if (!now.equals(last)) {
          send(emitter, now);
          last = now;
        } else if (beat % BEATS_PER_COMMENT == 0) {
          emitter.send(SseEmitter.event().comment("nothing new"));
        }
      }
      emitter.complete();
    } catch (IOException e) {
      LOG.debug("event=stream_listener_left");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      emitter.complete();
    } catch (RuntimeException e) {
      emitter.completeWithError(e);
    } finally {
      listeners.release();
    }
  }

  /** A stream of one run ends with it; a stream of whatever runs goes on. */
  private static boolean ended(@Nullable String trainingId, TrainingStatusBody body) {
    return trainingId != null && RunStatus.ofWireName(body.status()).isFinal();
  }

  private static void send(SseEmitter emitter, TrainingStatusBody body) throws IOException {
    emitter.send(SseEmitter.event().name("status").data(body, MediaType.APPLICATION_JSON));
  }
}
