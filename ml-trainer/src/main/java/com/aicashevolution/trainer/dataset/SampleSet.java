package com.aicashevolution.trainer.dataset;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.label.LabelUniqueness;
import com.aicashevolution.signal.Direction;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Samples of many symbols in order of time, those of one instant in order of symbol. Holds indices
 * only: windows stay in the feature matrices. Immutable, thread-safe.
 */
public final class SampleSet {

  private static final int MAX_SYMBOLS = 1 << 12;

  private final List<SymbolSamples> symbols;
  private final int[] symbolOf;
  private final int[] positionOf;

  private SampleSet(List<SymbolSamples> symbols, int[] symbolOf, int[] positionOf) {
    this.symbols = symbols;
    this.symbolOf = symbolOf;
    this.positionOf = positionOf;
  }

  /** Every sample of {@code symbols}. */
  public static SampleSet all(List<SymbolSamples> symbols) {
    return of(symbols, symbols.stream().map(s -> new SampleRange(0, s.size())).toList(), 1);
  }

  /**
   * Every {@code stride}-th sample of each symbol's range.
   *
   * @param ranges one per symbol
   * @param stride bars from one sample to the next, &ge; 1; labels of neighbours overlap, so a
   *     stride up to the horizon costs less information than its share of samples
   */
  public static SampleSet of(List<SymbolSamples> symbols, List<SampleRange> ranges, int stride) {
    if (stride < 1) {
      throw new IllegalArgumentException("stride must be >= 1, was " + stride);
    }
    if (symbols.size() != ranges.size() || symbols.size() > MAX_SYMBOLS) {
      throw new IllegalArgumentException(
          "there must be a range for each of at most "
              + MAX_SYMBOLS
              + " symbols, were "
              + ranges.size()
              + " for "
              + symbols.size());
    }
    long[] keys = new long[ranges.stream().mapToInt(r -> strided(r, stride)).sum()];
    int n = 0;
    for (int s = 0; s < symbols.size(); s++) {
      for (int p = ranges.get(s).from(); p < ranges.get(s).to(); p += stride) {
        keys[n++] = symbols.get(s).openEpochSecond(p) * MAX_SYMBOLS + s;
      }
    }
    Arrays.sort(keys);
    int[] symbolOf = new int[n];
    int[] positionOf = new int[n];
    int[] next = ranges.stream().mapToInt(SampleRange::from).toArray();
    for (int i = 0; i < n; i++) {
      int s = (int) Math.floorMod(keys[i], (long) MAX_SYMBOLS);
      symbolOf[i] = s;
      positionOf[i] = next[s];
      next[s] += stride;
    }
    return new SampleSet(List.copyOf(symbols), symbolOf, positionOf);
  }

  /**
   * The samples of {@code parts} one after the other.
   *
   * @param parts of the same symbols, at least one, each later than the one before
   */
  public static SampleSet joined(List<SampleSet> parts) {
    List<SymbolSamples> symbols = parts.getFirst().symbols;
    if (parts.stream().anyMatch(part -> !part.symbols.equals(symbols))) {
      throw new IllegalArgumentException("parts must be of the same symbols");
    }
    return new SampleSet(
        symbols,
        parts.stream().flatMapToInt(part -> Arrays.stream(part.symbolOf)).toArray(),
        parts.stream().flatMapToInt(part -> Arrays.stream(part.positionOf)).toArray());
  }

  private static int strided(SampleRange range, int stride) {
    return Math.ceilDiv(range.to() - range.from(), stride);
  }

  public int size() {
    return symbolOf.length;
  }

  public SymbolSamples symbolSamples(int i) {
    return symbols.get(symbolOf[i]);
  }

  /** Index in the symbol's series of the newest bar of sample {@code i}. */
  public int bar(int i) {
    return symbolSamples(i).bars()[positionOf[i]];
  }

  /** Index in the symbol's series of the bar in which the trade of sample {@code i} ends. */
  public int exitBar(int i) {
    return symbolSamples(i).exitBars()[positionOf[i]];
  }

  public Direction label(int i) {
    return symbolSamples(i).label(positionOf[i]);
  }

  /** Class indices of all labels, in order. */
  public int[] labels() {
    int[] labels = new int[size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = label(i).ordinal();
    }
    return labels;
  }

  public long openEpochSecond(int i) {
    return symbolSamples(i).openEpochSecond(positionOf[i]);
  }

  /** See {@link SymbolSamples#settledEpochSecond(int)}. */
  public long settledEpochSecond(int i) {
    return symbolSamples(i).settledEpochSecond(positionOf[i]);
  }

  /** What following {@code signal} at sample {@code i} would have brought, ATR. */
  public float resultAtr(int i, Direction signal) {
    SymbolSamples samples = symbolSamples(i);
    return switch (signal) {
      case SELL -> samples.sellResultsAtr()[positionOf[i]];
      case HOLD -> 0;
      case BUY -> samples.buyResultsAtr()[positionOf[i]];
    };
  }

  /** Writes the standardized window of sample {@code i}, row-major {@code [20, 17]}. */
  public void copyWindow(int i, Standardizer standardizer, float[] target, int targetOffset) {
    SymbolSamples samples = symbolSamples(i);
    standardizer.apply(
        samples.matrix().values(), samples.matrix().windowOffset(bar(i)), target, targetOffset);
  }

  /**
   * The standardized windows of samples {@code [from, to)}, row-major {@code [to - from, 20, 17]}.
   */
  public float[] windows(int from, int to, Standardizer standardizer) {
    float[] windows = new float[(to - from) * FeatureWindow.LENGTH];
    for (int i = from; i < to; i++) {
      copyWindow(i, standardizer, windows, (i - from) * FeatureWindow.LENGTH);
    }
    return windows;
  }

  /**
   * How much of each sample's label is its own among the labels of this set, scaled to a mean of 1:
   * neighbours are settled by the same future bars. See {@link LabelUniqueness}.
   */
  public float[] uniqueness() {
    double[] uniqueness = new double[size()];
    double sum = 0;
    for (int s = 0; s < symbols.size(); s++) {
      int symbol = s;
      int[] own = IntStream.range(0, size()).filter(i -> symbolOf[i] == symbol).toArray();
      SymbolSamples samples = symbols.get(s);
      double[] average =
          LabelUniqueness.average(
              Arrays.stream(own).map(i -> samples.entryBar(positionOf[i])).toArray(),
              Arrays.stream(own).map(i -> samples.exitBars()[positionOf[i]]).toArray());
      for (int k = 0; k < own.length; k++) {
        uniqueness[own[k]] = average[k];
        sum += average[k];
      }
    }
    float[] weights = new float[size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (uniqueness[i] * size() / sum);
    }
    return weights;
  }

  /** Samples of each class, in class order. */
  public int[] classCounts() {
    int[] counts = new int[Direction.COUNT];
    for (int i = 0; i < size(); i++) {
      counts[label(i).ordinal()]++;
    }
    return counts;
  }
}
