package com.aicashevolution.trainer.drift;

import com.aicashevolution.drift.AnswerReference;
import com.aicashevolution.drift.DriftReference;
import com.aicashevolution.drift.DriftReferences;
import com.aicashevolution.drift.PerformancePromise;
import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.candles.CandleStore;
import com.aicashevolution.trainer.drift.DriftReport.Asked;
import com.aicashevolution.trainer.drift.JournalledAnswers.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks one version against what it was trained on; writes nothing. Thread-safe. */
public final class LineCheck {

  /** Answers further back say little about now. */
  private static final Duration MEMORY = Duration.ofDays(90);

  /** Longer than any weekend: whoever has no newer bar has nothing to be judged. */
  private static final Duration LONGEST_SILENCE = Duration.ofDays(4);

  private final ReferenceShelf shelf;
  private final CandleStore candles;
  private final JournalledAnswers journal;
  private final FeaturePipeline pipeline;

  public LineCheck(
      ReferenceShelf shelf,
      CandleStore candles,
      JournalledAnswers journal,
      FeaturePipeline pipeline) {
    this.shelf = shelf;
    this.candles = candles;
    this.journal = journal;
    this.pipeline = pipeline;
  }

  /**
   * Who is checked.
   *
   * @param version the champion
   */
  public record Subject(ModelLine line, Timeframe timeframe, ModelVersion version) {}

  /**
   * Checks.
   *
   * @throws IOException if the artifact store cannot be reached
   */
  public DriftReport check(Subject subject, Asked asked, Instant now) throws IOException {
    return switch (shelf.of(subject.version())) {
      case ReferenceShelf.Shelved.Nothing(String why) -> nothingKnown(subject, asked, now, why);
      case ReferenceShelf.Shelved.Found(ModelManifest manifest, DriftReferences references) ->
          check(subject, asked, now, manifest, references);
    };
  }

  private static DriftReport nothingKnown(Subject subject, Asked asked, Instant now, String why) {
    return new DriftReport(
        now,
        subject.line(),
        subject.timeframe(),
        subject.version(),
        asked,
        DriftState.NO_REFERENCE,
        0,
        0,
        0,
        List.of(why),
        null,
        List.of(),
        null);
  }

  private DriftReport check(
      Subject subject,
      Asked asked,
      Instant now,
      ModelManifest manifest,
      DriftReferences references) {
    ResultCheck results = new ResultCheck(candles, pipeline, manifest.label());
    List<SymbolFindings> symbols = new ArrayList<>();
    for (Symbol symbol : manifest.symbols().stream().sorted().toList()) {
      List<Answer> answers =
          journal.given(subject.version(), symbol, subject.timeframe(), now.minus(MEMORY));
      results.take(symbol, subject.timeframe(), answers, now);
      symbols.add(findings(symbol, subject.timeframe(), references, answers, now));
    }
    PerformancePromise promise = references.promise();
    Optional<Measurement> held = Optional.ofNullable(promise).flatMap(results::against);
    List<String> tooLittle = new ArrayList<>();
    if (promise == null) {
      tooLittle.add("results: the evidence has too few trades to promise anything");
    } else if (held.isEmpty()) {
      tooLittle.add(
          "results: %d days with settled signals, at least %d are needed"
              .formatted(results.days(), ResultCheck.LEAST_DAYS));
    }
    return conclude(subject, asked, now, references, symbols, held.orElse(null), tooLittle);
  }

  private static DriftReport conclude(
      Subject subject,
      Asked asked,
      Instant now,
      DriftReferences references,
      List<SymbolFindings> symbols,
      @Nullable Measurement results,
      List<String> tooLittle) {
    int drifted = count(symbols, DriftState.DRIFTED);
    int judged = drifted + count(symbols, DriftState.STABLE);
    int needed = references.plan().symbolsBeyondChance(judged);
    List<String> reasons = new ArrayList<>();
    if (results != null && results.exceeded()) {
      reasons.add(results.sentence());
    }
    if (judged > 0 && drifted >= needed) {
      reasons.add(
          "%d of %d symbols drifted; fewer than %d may by chance"
              .formatted(drifted, judged, needed));
      symbols.forEach(s -> s.reasons().forEach(reason -> reasons.add(s.symbol() + " " + reason)));
    }
    DriftState state =
        !reasons.isEmpty()
            ? DriftState.DRIFTED
            : judged > 0 || results != null ? DriftState.STABLE : DriftState.INCONCLUSIVE;
    reasons.addAll(tooLittle);
    return new DriftReport(
        now,
        subject.line(),
        subject.timeframe(),
        subject.version(),
        asked,
        state,
        drifted,
        judged,
        needed,
        reasons,
        results,
        symbols,
        null);
  }

  private static int count(List<SymbolFindings> symbols, DriftState state) {
    return (int) symbols.stream().filter(s -> s.state() == state).count();
  }

  private SymbolFindings findings(
      Symbol symbol,
      Timeframe timeframe,
      DriftReferences references,
      List<Answer> answers,
      Instant now) {
    List<Measurement> measurements = new ArrayList<>();
    List<String> tooLittle = new ArrayList<>();
    Instant asOf = null;
    DriftReference bars = references.bars().get(symbol);
    if (bars == null) {
      String why = references.missing().getOrDefault(symbol, "it was not trained on");
      tooLittle.add("features: no reference, " + why);
    } else {
      CandleSeries recent = candles.latest(symbol, timeframe, bars.candlesToCheck());
      asOf = recent.isEmpty() ? null : recent.closeTime(recent.size() - 1);
      if (recent.size() < bars.candlesToCheck()) {
        tooLittle.add("features: %d of %d candles".formatted(recent.size(), bars.candlesToCheck()));
      } else if (asOf != null && asOf.plus(LONGEST_SILENCE).isBefore(now)) {
        tooLittle.add("features: the newest candle closed at " + asOf);
      } else {
        measurements.addAll(new BarCheck(pipeline).measure(bars, recent));
      }
    }
    AnswerReference known = references.answers().get(symbol);
    if (known == null) {
      tooLittle.add("answers: no reference, too few were given out of fold");
    } else if (answers.size() < known.windowAnswers()) {
      tooLittle.add(
          "answers: %d of %d journalled bars".formatted(answers.size(), known.windowAnswers()));
    } else {
      measurements.addAll(
          BarCheck.worthTelling(known.judge(answers.stream().map(Answer::probabilities).toList())));
    }
    return new SymbolFindings(symbol, state(measurements), asOf, measurements, tooLittle);
  }

  private static DriftState state(List<Measurement> measurements) {
    if (measurements.isEmpty()) {
      return DriftState.INCONCLUSIVE;
    }
    return measurements.stream().anyMatch(Measurement::exceeded)
        ? DriftState.DRIFTED
        : DriftState.STABLE;
  }
}
