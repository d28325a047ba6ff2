package com.aicashevolution.trainer.dataset;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.LabelSpec;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Labelled bars of every symbol of a run, ordered by symbol.
 *
 * @param symbols those that have candles, with or without samples
 * @param simulated whether any candle came from a simulated market
 * @param hash SHA-256 over every candle in order, lower-case hex
 */
public record Dataset(
    Timeframe timeframe,
    LabelSpec label,
    List<SymbolSamples> symbols,
    boolean simulated,
    String hash) {

  public Dataset {
    symbols = symbols.stream().sorted(Comparator.comparing(SymbolSamples::symbol)).toList();
  }

  public int size() {
    return symbols.stream().mapToInt(SymbolSamples::size).sum();
  }

  /** Symbols with at least one sample, ascending. */
  public List<Symbol> sampledSymbols() {
    return symbols.stream().filter(s -> s.size() > 0).map(SymbolSamples::symbol).toList();
  }

  public int excludedForGaps() {
    return symbols.stream().mapToInt(SymbolSamples::excludedForGaps).sum();
  }

  /** Open time of the oldest candle; only of a dataset that has candles. */
  public Instant from() {
    return symbols.stream().map(s -> s.series().openTime(0)).min(Instant::compareTo).orElseThrow();
  }

  /** Close time of the newest candle; only of a dataset that has candles. */
  public Instant to() {
    return symbols.stream()
        .map(s -> s.series().closeTime(s.series().size() - 1))
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
