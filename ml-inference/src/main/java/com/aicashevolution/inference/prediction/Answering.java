package com.aicashevolution.inference.prediction;

import com.aicashevolution.inference.cache.CachedPrediction;
import com.aicashevolution.inference.cache.PredictionCache;
import com.aicashevolution.inference.cache.PredictionCache.Lookup;
import com.aicashevolution.inference.cache.PredictionKey;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.inference.journal.Receipt;
import com.aicashevolution.signal.Probabilities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions: from the cache, or by computing and journalling, each question once at a time
 * however many ask it. Thread-safe.
 *
 * <p>In two steps, so that a batch hands all its rows to the journal before it waits for the first:
 * {@link #begin} computes, {@link #finish} waits.
 */
public final class Answering {

  private static final Outcome FAILED = new Outcome.NotKept("the computation failed");

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

    /** A bug of ours. */
    record Failed(RuntimeException bug) implements Pending {}
  }

  /** The answers under way, in the order of the questions; those of one version in one pass. */
  List<Pending> begin(List<Question> questions) {
    @Nullable Pending[] pending = new Pending[questions.size()];
    List<Lead> leads = new ArrayList<>();
    for (int i = 0; i < pending.length; i++) {
      Question question = questions.get(i);
      CompletableFuture<Outcome> own = new CompletableFuture<>();
      CompletableFuture<Outcome> earlier = inFlight.putIfAbsent(question.key(), own);
      if (earlier == null) {
        leads.add(new Lead(i, question, own));
      } else {
        pending[i] = new Pending.Another(question, earlier);
      }
    }
    try {
      // looked up by the leader only, so that nobody falls between its put and its leaving
      computeByModel(notRemembered(leads, pending), pending);
      return Stream.of(pending).map(Objects::requireNonNull).toList();
    } finally {
      for (Lead lead : leads) {
        if (pending[lead.place()] == null) {
          conclude(lead, FAILED);
        }
      }
    }
  }

  /** A question that this request answers for all who ask it, at its place in the batch. */
  private record Lead(int place, Question question, CompletableFuture<Outcome> own) {
    ServingModel model() {
      return question.serving().model();
    }
  }

  private List<Lead> notRemembered(List<Lead> leads, @Nullable Pending[] pending) {
    List<Optional<CachedPrediction>> hits =
        cache.getAll(
            leads.stream()
                .map(lead -> new Lookup(lead.question().key(), lead.model().version()))
                .toList());
    List<Lead> rest = new ArrayList<>();
    for (int i = 0; i < leads.size(); i++) {
      Lead lead = leads.get(i);
      Optional<CachedPrediction> hit = hits.get(i);
      if (hit.isPresent()) {
        conclude(lead, new Outcome.Kept(hit.get()));
        pending[lead.place()] = new Pending.Another(lead.question(), lead.own());
      } else {
        rest.add(lead);
      }
    }
    return rest;
  }

  private void computeByModel(List<Lead> leads, @Nullable Pending[] pending) {
    Map<ServingModel, List<Lead>> byModel = new LinkedHashMap<>();
    leads.forEach(lead -> byModel.computeIfAbsent(lead.model(), _ -> new ArrayList<>()).add(lead));
    byModel.forEach((model, group) -> compute(model, group, pending));
  }

  private void compute(ServingModel model, List<Lead> leads, @Nullable Pending[] pending) {
    try {
      List<Probabilities> answers =
          model.predictAll(leads.stream().map(l -> l.question().window().window()).toList());
      for (int i = 0; i < leads.size(); i++) {
        Lead lead = leads.get(i);
        Question question = lead.question();
        AnswerWriter.Computed computed =
            writer.write(
                question, answers.get(i), now -> cache.expiry(now, question.request().timeframe()));
        pending[lead.place()] = new Pending.Own(question, computed, lead.own());
      }
    } catch (RuntimeException bug) {
      List<Lead> left = leads.stream().filter(lead -> pending[lead.place()] == null).toList();
      if (leads.size() > 1) {
        // one that cannot be computed must not take its neighbours with it
        left.forEach(lead -> compute(model, List.of(lead), pending));
      } else {
        conclude(leads.getFirst(), FAILED);
        pending[leads.getFirst().place()] = new Pending.Failed(bug);
      }
    }
  }

  PredictionResult finish(Pending pending) {
    return switch (pending) {
      case Pending.Own(Question question, AnswerWriter.Computed computed, var shared) ->
          result(question, keep(question, computed, shared), false);
      case Pending.Another(Question question, CompletableFuture<Outcome> shared) ->
          result(question, shared.join(), true);
      case Pending.Failed(RuntimeException bug) -> throw bug;
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

  private void conclude(Lead lead, Outcome outcome) {
    conclude(lead.question().key(), lead.own(), outcome);
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
