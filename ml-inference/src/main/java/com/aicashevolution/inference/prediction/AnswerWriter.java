package com.aicashevolution.inference.prediction;

import com.aicashevolution.inference.cache.CachedPrediction;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.inference.journal.GroupCommit;
import com.aicashevolution.inference.journal.Receipt;
import com.aicashevolution.inference.window.WindowFinding;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.signal.SignalDecision;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Makes an answer of what was computed and hands its row to the journal. Thread-safe. */
public final class AnswerWriter {

  private final GroupCommit journal;
  private final PredictionIds ids;
  private final Clock clock;

  public AnswerWriter(GroupCommit journal, PredictionIds ids, Clock clock) {
    this.journal = journal;
    this.ids = ids;
    this.clock = clock;
  }

  /** An answer and the fate of its row, which is not known yet. */
  record Computed(CachedPrediction prediction, CompletableFuture<Receipt> receipt) {}

  Computed write(
      Question question, Probabilities probabilities, Function<Instant, Instant> expiry) {
    ServingModel model = question.serving().model();
    // the database keeps microseconds: what is said is what can be found
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    UUID id = ids.next(now);
    CompletableFuture<Receipt> receipt = journal.submit(entry(id, now, question, probabilities));
    return new Computed(
        new CachedPrediction(id, now, expiry.apply(now), model.version(), probabilities), receipt);
  }

  private static JournalEntry entry(
      UUID id, Instant now, Question question, Probabilities probabilities) {
    SignalAdvice advice = question.advice();
    SignalDecision decision = advice.on(probabilities);
    PredictionRequest request = question.request();
    ServingModel model = question.serving().model();
    WindowFinding.Found window = question.window();
    return new JournalEntry(
        id,
        now,
        request.symbol(),
        request.timeframe(),
        window.window().asOf(),
        model.line(),
        model.version(),
        question.serving().variant().name().toLowerCase(Locale.ROOT),
        model.manifest().schema().hash(),
        advice.weights().version(),
        advice.factor(),
        window.window().values(),
        request.input().kind(),
        window.imputed(),
        probabilities,
        decision.direction(),
        decision.confidencePercent(),
        decision.recommendation().name(),
        window.simulated() || model.manifest().simulated(),
        request.requestId(),
        request.userId(),
        (System.nanoTime() - question.startedNanos()) / 1_000);
  }
}
