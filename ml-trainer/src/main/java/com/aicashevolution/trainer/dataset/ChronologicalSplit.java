package com.aicashevolution.trainer.dataset;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.TrainFold;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a dataset by time, at the same two instants for every symbol, and keeps the parts from
 * knowing each other (López de Prado 2018, chapter 7).
 *
 * <pre>
 *   train            │ purge │ cut │   embargo            │ validation     │ purge │ cut │ embargo │ test
 *   labels settled <= cut    │     │ >= window + horizon  │ whole window and label on this side
 * </pre>
 *
 * <p>Purge: a sample before a cut stays only if the last bar its label may depend on has closed by
 * the cut, whatever weekend lies between. Embargo: after a cut each symbol sits out that many of
 * its own bars, so that no window reaches back over the cut. What does reach back is the 400-bar
 * look-back of the indicators; it carries prices that were known, never a label.
 *
 * @param trainShare share of all samples before the first cut, in (0, 1)
 * @param validationShare share between the cuts, in (0, 1)
 * @param embargoBars bars each symbol sits out after a cut; at least horizon + window
 */
public record ChronologicalSplit(double trainShare, double validationShare, int embargoBars) {

  public ChronologicalSplit {
    if (!(trainShare > 0 && validationShare > 0 && trainShare + validationShare < 1)) {
      throw new IllegalArgumentException(
          "shares must be > 0 and leave a rest, were " + trainShare + " and " + validationShare);
    }
    if (embargoBars < FeatureSchema.WINDOW_BARS) {
      throw new IllegalArgumentException(
          "embargoBars must be >= " + FeatureSchema.WINDOW_BARS + ", was " + embargoBars);
    }
  }

  /** A split with the shortest embargo that is legal for {@code horizonBars}. */
  public static ChronologicalSplit withLeastEmbargo(
      double trainShare, double validationShare, int horizonBars) {
    return new ChronologicalSplit(
        trainShare, validationShare, horizonBars + FeatureSchema.WINDOW_BARS);
  }

  /**
   * Splits {@code dataset}.
   *
   * @param maxTrainSamples beyond it the training part is thinned to every n-th bar
   */
  public SplitResult split(Dataset dataset, int maxTrainSamples) {
    int leastEmbargo = dataset.label().horizonBars() + FeatureSchema.WINDOW_BARS;
    if (embargoBars < leastEmbargo) {
      throw new IllegalArgumentException(
          "embargoBars must be >= horizon + window = " + leastEmbargo + ", was " + embargoBars);
    }
    List<SymbolSamples> symbols = dataset.symbols();
    SampleSet all = SampleSet.all(symbols);
    if (all.size() == 0) {
      return new SplitResult.TooLittleData(0, 0, 0);
    }
    long firstCut = cut(all, trainShare);
    long secondCut = cut(all, trainShare + validationShare);
    List<SampleRange> trainRanges = ranges(symbols, Long.MIN_VALUE, firstCut);
    int available = trainRanges.stream().mapToInt(SampleRange::size).sum();
    int stride = Math.max(1, Math.ceilDiv(available, maxTrainSamples));
    SampleSet train = SampleSet.of(symbols, trainRanges, stride);
    SampleSet validation = SampleSet.of(symbols, ranges(symbols, firstCut, secondCut), 1);
    SampleSet test = SampleSet.of(symbols, ranges(symbols, secondCut, Long.MAX_VALUE), 1);
    if (train.size() == 0 || validation.size() == 0 || test.size() == 0) {
      return new SplitResult.TooLittleData(train.size(), validation.size(), test.size());
    }
    return new SplitResult.Cut(
        new Fold(0, train, validation, test, standardizing(symbols, trainRanges)));
  }

  private static long cut(SampleSet all, double share) {
    return all.openEpochSecond((int) (all.size() * share));
  }

  private List<SampleRange> ranges(List<SymbolSamples> symbols, long after, long before) {
    return symbols.stream().map(samples -> range(samples, after, before)).toList();
  }

  /** Samples that begin an embargo after one cut and are settled by the next. */
  private SampleRange range(SymbolSamples samples, long after, long before) {
    int firstBar = after == Long.MIN_VALUE ? 0 : firstBarFrom(samples, after) + embargoBars;
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

  private static int firstBarFrom(SymbolSamples samples, long epochSecond) {
    int found = samples.series().indexOf(Instant.ofEpochSecond(epochSecond));
    return found >= 0 ? found : -found - 1;
  }

  private static TrainFold standardizing(List<SymbolSamples> symbols, List<SampleRange> train) {
    List<TrainFold.Part> parts = new ArrayList<>();
    for (int s = 0; s < symbols.size(); s++) {
      SampleRange range = train.get(s);
      if (range.size() > 0) {
        SymbolSamples samples = symbols.get(s);
        int firstRow = samples.bars()[range.from()] - FeatureSchema.WINDOW_BARS + 1;
        int endRow = samples.bars()[range.to() - 1] + 1;
        parts.add(new TrainFold.Part(samples.matrix(), firstRow, endRow));
      }
    }
    return new TrainFold(parts);
  }
}
