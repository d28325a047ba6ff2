package com.aicashevolution.api.marketdata;

import com.aicashevolution.market.SymbolCategory;
import com.aicashevolution.market.Timeframe;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * First reading of a file: finds out what it does not say (clock, price scale, length of its bars)
 * before any row is judged. Not thread-safe.
 */
final class FileSurvey implements BarFile.RowHandler {

  private static final int SAMPLED_PRICES = 2_000;
  private static final int MOST_SPACINGS = 1_000;

  private final BarFile file;
  private final ImportRequest request;
  private final ClockEvidence evidence = new ClockEvidence();
  private final List<Double> prices = new ArrayList<>();
  private final Map<Long, Integer> spacings = new HashMap<>();
  private @Nullable Instant previous;
  private boolean hasLocalTimes;
  private @Nullable RowProblem firstBad;

  FileSurvey(BarFile file, ImportRequest request) {
    this.file = file;
    this.request = request;
    request.interpretation().clock().ifPresent(evidence::consider);
  }

  /** Whether a file can be read. */
  sealed interface Outcome {

    record Understood(FileReading reading) implements Outcome {}

    record Refused(String sentence) implements Outcome {}
  }

  @Override
  public void bar(RawBar bar) {
    if (prices.size() < SAMPLED_PRICES) {
      prices.add(bar.close());
    }
    Instant time =
        switch (bar.time()) {
          case RawBar.Time.Exact(Instant value) -> value;
          case RawBar.Time.Local(LocalDateTime value) -> {
            hasLocalTimes = true;
            evidence.add(value);
            yield value.toInstant(ZoneOffset.UTC);
          }
        };
    if (previous != null && spacings.size() < MOST_SPACINGS) {
      spacings.merge(Duration.between(previous, time).toSeconds(), 1, Integer::sum);
    }
    previous = time;
  }

  @Override
  public void bad(RowProblem problem) {
    if (firstBad == null) {
      firstBad = problem;
    }
  }

  Outcome outcome() {
    if (prices.isEmpty()) {
      return new Outcome.Refused(
          firstBad == null
              ? file.name() + " has no rows"
              : file.name() + " has no good row; the first bad one: " + firstBad);
    }
    long seconds = spacing();
    Timeframe wanted = request.timeframe();
    if (seconds > wanted.seconds() || wanted.seconds() % seconds != 0) {
      return new Outcome.Refused(
          "the bars of %s are %s long and cannot make %s candles"
              .formatted(file.name(), Duration.ofSeconds(seconds), wanted));
    }
    PriceScale.Outcome scale =
        PriceScale.find(request.symbol(), prices, request.interpretation().pointScale());
    return switch (scale) {
      case PriceScale.Outcome.Refused(String sentence) -> new Outcome.Refused(sentence);
      case PriceScale.Outcome.Found(double value, List<String> remarks) ->
          withScale(seconds, value, remarks);
    };
  }

  private Outcome withScale(long seconds, double scale, List<String> remarks) {
    ClockEvidence weekends = tellsTheClock(seconds) ? evidence : new ClockEvidence();
    ClockChoice.Outcome choice =
        seconds >= Timeframe.D1.seconds()
            ? ClockChoice.daily()
            : ClockChoice.choose(file.format(), request.interpretation().clock(), weekends);
    return switch (choice) {
      case ClockChoice.Outcome.Refused(String sentence) -> new Outcome.Refused(sentence);
      case ClockChoice.Outcome.Chosen(BarClock clock, List<String> more) -> {
        List<String> notes = new ArrayList<>(remarks);
        notes.addAll(more);
        FileReading.ClockFit fit =
            new FileReading.ClockFit(weekends.fitting(clock), weekends.weekends());
        yield new Outcome.Understood(new FileReading(clock, fit, scale, side(), seconds, notes));
      }
    };
  }

  /** Weekends tell the clock where there are weekends, and bars fine enough to see their edges. */
  private boolean tellsTheClock(long seconds) {
    return hasLocalTimes
        && seconds <= Timeframe.H1.seconds()
        && request.symbol().category() != SymbolCategory.CRYPTO;
  }

  private QuoteSide side() {
    return request.interpretation().side().or(file::side).orElse(file.format().side());
  }

  /**
   * The commonest distance between neighbours, of equals the shortest, for a gap makes longer ones;
   * the wanted one where there is a single row.
   */
  private long spacing() {
    return spacings.entrySet().stream()
        .filter(entry -> entry.getKey() > 0)
        .max(
            Map.Entry.<Long, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(request.timeframe().seconds());
  }
}
