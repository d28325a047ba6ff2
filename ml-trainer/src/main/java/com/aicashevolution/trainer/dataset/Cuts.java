package com.aicashevolution.trainer.dataset;

import java.time.Instant;
import java.util.List;

/**
 * Cuts all symbols at the same instants. Positions count the samples of all symbols in order of
 * time; the cut at a position is the instant its sample's bar opens.
 */
final class Cuts {

  private final List<SymbolSamples> symbols;
  private final SampleSet all;
  private final int embargoBars;

  Cuts(List<SymbolSamples> symbols, int embargoBars) {
    this.symbols = symbols;
    this.all = SampleSet.all(symbols);
    this.embargoBars = embargoBars;
  }

  int samples() {
    return all.size();
  }

  /** Samples whose bar opens before {@code instant}. */
  int samplesBefore(Instant instant) {
    int from = 0;
    int to = all.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (all.openEpochSecond(middle) < instant.getEpochSecond()) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  SymbolRanges nothing() {
    return new SymbolRanges(symbols, symbols.stream().map(_ -> new SampleRange(0, 0)).toList());
  }

  /** What lies between two cuts, purged before the second and embargoed after the first. */
  SymbolRanges between(int from, int to) {
    long after = from == 0 ? Long.MIN_VALUE : instant(from);
    long before = instant(to);
    return new SymbolRanges(
        symbols, symbols.stream().map(samples -> range(samples, after, before)).toList());
  }

  private long instant(int position) {
    return position >= all.size() ? Long.MAX_VALUE : all.openEpochSecond(position);
  }

  /** Samples that begin an embargo after one cut and are settled by the next. */
  private SampleRange range(SymbolSamples samples, long after, long before) {
    int firstBar = firstBar(samples, after);
    int from = 0;
    while (from < samples.size() && samples.bars()[from] < firstBar) {
      from++;
    }
    int to = samples.size();
    while (to > from && samples.settledEpochSecond(to - 1) > before) {
      to--;
    }
    return new SampleRange(from, to);
  }

  private int firstBar(SymbolSamples samples, long after) {
    if (after == Long.MIN_VALUE || after == Long.MAX_VALUE) {
      return after == Long.MIN_VALUE ? 0 : Integer.MAX_VALUE;
    }
    int found = samples.series().indexOf(Instant.ofEpochSecond(after));
    return (found >= 0 ? found : -found - 1) + embargoBars;
  }
}
