package com.aicashevolution.trainer.weights;

import com.aicashevolution.feature.FeatureMatrix;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.trainer.weights.TradeFile.Row;
import com.aicashevolution.trainer.weights.TradeFile.RowError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Trades as decisions: the indicators are those of the last bar that had closed when the trade was
 * entered, computed from the stored candles as for a prediction. Thread-safe.
 */
public final class TradeDecisions {

  /** Longer than a weekend and a holiday: an older bar says nothing about the entry. */
  private static final Duration STALE = Duration.ofDays(4);

  private static final int MOST_ERRORS = 25;

  private final EntryBars bars;
  private final int horizonBars;

  /**
   * Creates a reader.
   *
   * @param horizonBars how long a trade is taken to last where its exit is not known
   */
  public TradeDecisions(EntryBars bars, int horizonBars) {
    this.bars = bars;
    this.horizonBars = horizonBars;
  }

  /** What the trades are. */
  sealed interface Reading {

    /** All of them, in no order. */
    record Decisions(List<PastDecision> decisions) implements Reading {}

    /** What is wrong with the rows, in their order. */
    record Bad(List<RowError> errors) implements Reading {}
  }

  Reading read(String text, ModelLine line, Timeframe timeframe) {
    return switch (TradeFile.read(text)) {
      case TradeFile.Reading.Bad(List<RowError> errors) -> new Reading.Bad(errors);
      case TradeFile.Reading.Rows(List<Row> rows) -> decisions(rows, line, timeframe);
    };
  }

  private Reading decisions(List<Row> rows, ModelLine line, Timeframe timeframe) {
    List<PastDecision> decisions = new ArrayList<>();
    List<RowError> errors = new ArrayList<>();
    rows.stream()
        .filter(row -> !line.covers(row.symbol()))
        .map(row -> new RowError(row.line(), row.symbol() + " is not of line " + line.name()))
        .forEach(errors::add);
    rows.stream()
        .filter(row -> line.covers(row.symbol()))
        .collect(Collectors.groupingBy(Row::symbol, TreeMap::new, Collectors.toList()))
        .forEach((symbol, ofSymbol) -> decide(symbol, timeframe, ofSymbol, decisions, errors));
    if (errors.isEmpty()) {
      return new Reading.Decisions(decisions);
    }
    errors.sort(Comparator.comparingInt(RowError::line));
    return new Reading.Bad(List.copyOf(errors.subList(0, Math.min(MOST_ERRORS, errors.size()))));
  }

  private void decide(
      Symbol symbol,
      Timeframe timeframe,
      List<Row> rows,
      List<PastDecision> decisions,
      List<RowError> errors) {
    FeatureMatrix matrix =
        bars.around(symbol, timeframe, rows.stream().map(Row::entry).toList(), 0);
    for (Row row : rows) {
      int bar = lastClosed(matrix.series(), row.entry());
      if (bar < matrix.firstBar()
          || Duration.between(matrix.series().closeTime(bar), row.entry()).compareTo(STALE) > 0) {
        errors.add(
            new RowError(
                row.line(),
                "%s has too few %s candles up to %s: import them first"
                    .formatted(symbol, timeframe, row.entry())));
        continue;
      }
      int at = matrix.rowOffset(bar);
      Instant exit =
          row.exit() == null
              ? row.entry().plusSeconds(horizonBars * timeframe.seconds())
              : row.exit();
      decisions.add(
          new PastDecision(
              row.entry(),
              exit,
              Arrays.copyOfRange(matrix.values(), at, at + FeatureSchema.FEATURES),
              row.result(),
              new PastDecision.Traded()));
    }
  }

  /** Index of the newest bar that had closed at {@code instant}, −1 if there was none. */
  private static int lastClosed(CandleSeries series, Instant instant) {
    int low = 0;
    int high = series.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (series.closeTime(middle).isAfter(instant)) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low - 1;
  }
}
