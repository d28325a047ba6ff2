package com.aicashevolution.inference.prediction;

import com.aicashevolution.inference.cache.CachedPrediction;
import com.aicashevolution.inference.cache.PredictionCache;
import com.aicashevolution.inference.cache.PredictionKey;
import com.aicashevolution.inference.journal.Receipt;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers questions: from the cache, or by computing and journalling, each question once at a time
 * however many ask it. Thread-safe.
 *
 * <p>In two steps, so that a batch hands all its rows to the journal before it waits for the first:
 * {@link #begin} computes, {@link #finish} waits.
 */
public final class Answering {

  private final PredictionCache cache;
  private final AnswerWriter writer;
  private final Duration journalTimeout;
  private final Map<PredictionKey, CompletableFuture<Outcome>> inFlight = new ConcurrentHashMap<>();

  public Answering(PredictionCache cache, AnswerWriter writer, Duration journalTimeout) {
    this.cache = cache;
    this.writer = writer;
    this.journalTimeout = journalTimeout;
  }

  /** What those who ask the same question share. */
  sealed interface Outcome {

    /** It has its row. */
    record Kept(CachedPrediction prediction) implements Outcome {}

    /** It has none. */
    record NotKept(String why) implements Outcome {}
  }

  /** An answer under way. */
  sealed interface Pending {

    /** Computed by this request, which must finish it: others may wait. */
    record Own(Question question, AnswerWriter.Computed computed, CompletableFuture<Outcome> shared)
        implements Pending {}

    /** Known, or being computed by another request. */
    record Another(Question question, CompletableFuture<Outcome> shared) implements Pending {}
  }

  Pending begin(Question question) {
    CompletableFuture<Outcome> own = new CompletableFuture<>();
    CompletableFuture<Outcome> earlier = inFlight.putIfAbsent(question.key(), own);
    if (earlier != null) {
      return new Pending.Another(question, earlier);
    }
    boolean begun = false;
    try {
      // looked up by the leader only, so that nobody falls between its put and its leaving
      var hit = cache.get(question.key(), question.serving().model().version());
      if (hit.isPresent()) {
        conclude(question.key(), own, new Outcome.Kept(hit.get()));
        begun = true;
        return new Pending.Another(question, own);
      }
      AnswerWriter.Computed computed =
          writer.compute(question, now -> cache.expiry(now, question.request().timeframe()));
      begun = true;
      return new Pending.Own(question, computed, own);
    } finally {
      if (!begun) {
        conclude(question.key(), own, new Outcome.NotKept("the computation failed"));
      }
    }
  }

  PredictionResult finish(Pending pending) {
    return switch (pending) {
      case Pending.Own(Question question, AnswerWriter.Computed computed, var shared) ->
          result(question, keep(question, computed, shared), false);
      case Pending.Another(Question question, CompletableFuture<Outcome> shared) ->
          result(question, shared.join(), true);
    };
  }

  private Outcome keep(
      Question question, AnswerWriter.Computed computed, CompletableFuture<Outcome> shared) {
    Outcome outcome = new Outcome.NotKept("the answer was abandoned");
    try {
      outcome =
          switch (await(computed.receipt())) {
            case Receipt.Durable durable -> new Outcome.Kept(computed.prediction());
            case Receipt.NotKept(String why) -> new Outcome.NotKept(why);
          };
      if (outcome instanceof Outcome.Kept) {
        cache.put(question.key(), computed.prediction());
      }
      return outcome;
    } finally {
      conclude(question.key(), shared, outcome);
    }
  }

  private Receipt await(CompletableFuture<Receipt> receipt) {
    try {
      return receipt.get(journalTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException slow) {
      return new Receipt.NotKept("not written within " + journalTimeout.toMillis() + " ms");
    } catch (InterruptedException shutdown) {
      Thread.currentThread().interrupt();
      return new Receipt.NotKept("interrupted while waiting");
    } catch (ExecutionException impossible) {
      throw new IllegalStateException("a receipt never fails", impossible);
    }
  }

  private void conclude(PredictionKey key, CompletableFuture<Outcome> shared, Outcome outcome) {
    inFlight.remove(key, shared);
    shared.complete(outcome);
  }

  private PredictionResult result(Question question, Outcome outcome, boolean cacheHit) {
    return switch (outcome) {
      case Outcome.NotKept(String why) -> new PredictionResult.NotKept(why);
      case Outcome.Kept(CachedPrediction prediction) ->
          new PredictionResult.Predicted(answer(question, prediction, cacheHit));
    };
  }

  private PredictionAnswer answer(
      Question question, CachedPrediction prediction, boolean cacheHit) {
    return new PredictionAnswer(
        prediction.predictionId(),
        question.request(),
        question.serving().model(),
        question.serving().variant(),
        question.window(),
        prediction.probabilities(),
        question.advice().on(prediction.probabilities()),
        question.advice(),
        prediction.createdAt(),
        Duration.ofNanos(System.nanoTime() - question.startedNanos()),
        cacheHit);
  }
}
