package com.aicashevolution.inference.prediction;

import com.aicashevolution.platform.observability.PredictionMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers requests, one or many, and counts them. Thread-safe. */
public final class Predictor {

  private static final Logger LOG = LoggerFactory.getLogger(Predictor.class);

  private final QuestionDesk desk;
  private final Answering answering;
  private final PredictionMetrics metrics;

  public Predictor(QuestionDesk desk, Answering answering, PredictionMetrics metrics) {
    this.desk = desk;
    this.answering = answering;
    this.metrics = metrics;
  }

  public PredictionResult predict(PredictionRequest request) {
    return predictAll(List.of(request)).getFirst();
  }

  /**
   * Results in the order of the requests; one that fails leaves the others alone. All are computed
   * before any waits for its row, so that they share passes through the network and commits.
   */
  public List<PredictionResult> predictAll(List<PredictionRequest> requests) {
    List<Attempt> attempts = new ArrayList<>(requests.size());
    for (PredictionRequest request : requests) {
      attempts.add(new Attempt(request));
    }
    attempts.forEach(Attempt::settle);
    begin(attempts.stream().filter(Attempt::isReady).toList());
    // those others may wait for come first, or two batches could wait for each other
    attempts.stream().filter(Attempt::othersMayWait).forEach(Attempt::finish);
    attempts.stream().filter(attempt -> !attempt.othersMayWait()).forEach(Attempt::finish);
    return attempts.stream().map(Attempt::result).toList();
  }

  private void begin(List<Attempt> ready) {
    try {
      List<Answering.Pending> pending =
          answering.begin(ready.stream().map(Attempt::question).toList());
      for (int i = 0; i < pending.size(); i++) {
        ready.get(i).pending = pending.get(i);
      }
    } catch (RuntimeException bug) {
      ready.forEach(attempt -> attempt.fail(bug));
    }
  }

  /** One request on its way. */
  private final class Attempt {

    private final PredictionRequest request;
    private final long startedNanos = System.nanoTime();
    private @Nullable Question question;
    private Answering.@Nullable Pending pending;
    private @Nullable PredictionResult result;

    Attempt(PredictionRequest request) {
      this.request = request;
    }

    void settle() {
      try {
        switch (desk.settle(request)) {
          case QuestionDesk.Settled.Not(PredictionResult early) -> conclude(early);
          case QuestionDesk.Settled.Ready(Question settled) -> question = settled;
        }
      } catch (RuntimeException bug) {
        fail(bug);
      }
    }

    boolean isReady() {
      return question != null;
    }

    Question question() {
      return Objects.requireNonNull(question, "only those that are ready are asked");
    }

    boolean othersMayWait() {
      return pending instanceof Answering.Pending.Own;
    }

    void finish() {
      if (pending == null) {
        return;
      }
      try {
        conclude(answering.finish(pending));
      } catch (RuntimeException bug) {
        fail(bug);
      }
    }

    private void fail(RuntimeException bug) {
      LOG.error("event=prediction_failed symbol={}", request.symbol(), bug);
      conclude(new PredictionResult.Broken());
    }

    private void conclude(PredictionResult known) {
      result = known;
      boolean hit =
          known instanceof PredictionResult.Predicted predicted && predicted.answer().cacheHit();
      Duration took = Duration.ofNanos(System.nanoTime() - startedNanos);
      metrics.record(request.symbol(), known.outcome(), took, hit);
    }

    PredictionResult result() {
      return Objects.requireNonNull(result, "every attempt is finished first");
    }
  }
}
