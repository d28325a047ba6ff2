package com.aicashevolution.trainer.dataset;

import com.aicashevolution.feature.FeatureSchema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a dataset by time, at the same instants for every symbol, into folds that are judged on what
 * comes after them and a holdout nobody looks at until the end; and keeps the parts from knowing
 * each other (López de Prado 2018, chapter 7).
 *
 * <pre>
 *   block 0      │ block 1      │ block 2      │ block 3      │ block 4      │ holdout
 *   train │ val. │ judge 0      │              │              │              │
 *   train        │    │ val.    │ judge 1      │              │              │
 *   train                       │    │ val.    │ judge 2      │              │
 *   train                                      │    │ val.    │ judge 3      │
 *   train (refit)                                                            │ judge once
 * </pre>
 *
 * <p>At every cut, whichever two parts it lies between:
 *
 * <pre>
 *   before                     │ purge │ cut │   embargo            │ after
 *   labels settled &lt;= cut      │       │     │ >= window + horizon  │ whole window on this side
 * </pre>
 *
 * <p>Purge: a sample before a cut stays only if the last bar its label may depend on has closed by
 * the cut, whatever weekend lies between. Embargo: after a cut each symbol sits out that many of
 * its own bars, so that no window reaches back over the cut. What does reach back is the 400-bar
 * look-back of the indicators; it carries prices that were known, never a label.
 *
 * @param folds networks per seed that are judged out of fold; the development part has one block
 *     more
 * @param holdoutShare share of all samples at the end, in (0, 1)
 * @param validationShare share of a fold's own blocks, their end, for early stopping and
 *     calibration, in (0, 1)
 * @param embargoBars bars each symbol sits out after a cut; at least horizon + window
 * @param maxTrainBlocks blocks a fold learns from at most: its window rolls once it is that long; 0
 *     lets it grow
 * @param holdoutFrom the first bar of the holdout opens here or after it, whatever share that is;
 *     null for {@code holdoutShare}
 */
public record WalkForward(
    int folds,
    double holdoutShare,
    double validationShare,
    int embargoBars,
    int maxTrainBlocks,
    @Nullable Instant holdoutFrom) {

  /** Folds on which hyper-parameters are compared. */
  public static final int SEARCH_FOLDS = 2;

  public WalkForward {
    if (folds < 1 || maxTrainBlocks < 0) {
      throw new IllegalArgumentException(
          "folds must be >= 1 and maxTrainBlocks >= 0, were " + folds + " and " + maxTrainBlocks);
    }
    if (!(holdoutShare > 0 && holdoutShare < 1 && validationShare > 0 && validationShare < 1)) {
      throw new IllegalArgumentException(
          "shares must be in (0, 1), were " + holdoutShare + " and " + validationShare);
    }
    if (embargoBars < FeatureSchema.WINDOW_BARS) {
      throw new IllegalArgumentException(
          "embargoBars must be >= " + FeatureSchema.WINDOW_BARS + ", was " + embargoBars);
    }
  }

  /** With the newest {@code holdoutShare} held out. */
  public WalkForward(
      int folds, double holdoutShare, double validationShare, int embargoBars, int maxTrainBlocks) {
    this(folds, holdoutShare, validationShare, embargoBars, maxTrainBlocks, null);
  }

  /** Growing folds with the shortest embargo that is legal for {@code horizonBars}. */
  public static WalkForward withLeastEmbargo(
      int folds, double holdoutShare, double validationShare, int horizonBars) {
    return new WalkForward(
        folds, holdoutShare, validationShare, horizonBars + FeatureSchema.WINDOW_BARS, 0);
  }

  /**
   * Splits {@code dataset}.
   *
   * @param maxTrainSamples beyond it a training part is thinned to every n-th bar
   */
  public SplitResult split(Dataset dataset, int maxTrainSamples) {
    int leastEmbargo = dataset.label().horizonBars() + FeatureSchema.WINDOW_BARS;
    if (embargoBars < leastEmbargo) {
      throw new IllegalArgumentException(
          "embargoBars must be >= horizon + window = " + leastEmbargo + ", was " + embargoBars);
    }
    Cuts cuts = new Cuts(dataset.symbols(), embargoBars);
    int development = development(cuts);
    List<Fold> cut = new ArrayList<>();
    for (int k = 0; k < folds; k++) {
      FoldRanges parts = ranges(cuts, k, new Blocks(development, folds + 1));
      if (parts.isTooLittle()) {
        return parts.tooLittle();
      }
      cut.add(parts.fold(maxTrainSamples));
    }
    FoldRanges parts =
        new FoldRanges(
            folds,
            cuts.between(0, development),
            cuts.nothing(),
            cuts.between(development, cuts.samples()));
    return parts.train().size() == 0 || parts.test().size() == 0
        ? parts.tooLittle()
        : new SplitResult.Cut(new FoldPlan(cut, parts.fold(maxTrainSamples)));
  }

  /**
   * Folds on which hyper-parameters may be compared: cut like the others, out of the oldest block
   * of the development part alone. Every fold learns from that block and none is judged on it, so
   * whatever is chosen there has seen nothing it will be judged on.
   *
   * @param maxTrainSamples beyond it a training part is thinned
   * @return nothing where a part would have no sample
   */
  public List<Fold> search(Dataset dataset, int maxTrainSamples) {
    Cuts cuts = new Cuts(dataset.symbols(), embargoBars);
    Blocks inner = new Blocks(block(development(cuts), 1), SEARCH_FOLDS + 1);
    List<Fold> cut = new ArrayList<>();
    for (int k = 0; k < SEARCH_FOLDS; k++) {
      FoldRanges parts = ranges(cuts, k, inner);
      if (parts.isTooLittle()) {
        return List.of();
      }
      cut.add(parts.fold(maxTrainSamples));
    }
    return cut;
  }

  private FoldRanges ranges(Cuts cuts, int k, Blocks blocks) {
    int firstBlock = maxTrainBlocks == 0 ? 0 : Math.max(0, k + 1 - maxTrainBlocks);
    int from = blocks.first(firstBlock);
    int to = blocks.first(k + 1);
    int validation = from + (int) ((to - from) * (1 - validationShare));
    return new FoldRanges(
        k,
        cuts.between(from, validation),
        cuts.between(validation, to),
        cuts.between(to, blocks.first(k + 2)));
  }

  /** Samples before the holdout. */
  private int development(Cuts cuts) {
    return holdoutFrom == null
        ? (int) (cuts.samples() * (1 - holdoutShare))
        : cuts.samplesBefore(holdoutFrom);
  }

  /**
   * One fold that learns from everything and has nothing to be judged on: what comes after is not
   * in the dataset. Its newest {@code validationShare} validates.
   *
   * @return nothing where a part would have no sample
   */
  public Optional<Fold> upToTheEnd(Dataset dataset, int maxTrainSamples) {
    Cuts cuts = new Cuts(dataset.symbols(), embargoBars);
    int validation = (int) (cuts.samples() * (1 - validationShare));
    FoldRanges parts =
        new FoldRanges(
            0,
            cuts.between(0, validation),
            cuts.between(validation, cuts.samples()),
            cuts.nothing());
    return parts.train().size() == 0 || parts.validation().size() == 0
        ? Optional.empty()
        : Optional.of(parts.fold(maxTrainSamples));
  }

  /** First sample of block {@code b}. */
  private int block(int development, int b) {
    return new Blocks(development, folds + 1).first(b);
  }

  /** The first {@code samples} samples in {@code count} parts of equal size. */
  private record Blocks(int samples, int count) {

    int first(int block) {
      return (int) ((long) samples * block / count);
    }
  }

  /** The parts of one fold before anything is thinned. */
  private record FoldRanges(
      int number, SymbolRanges train, SymbolRanges validation, SymbolRanges test) {

    boolean isTooLittle() {
      return train.size() == 0 || validation.size() == 0 || test.size() == 0;
    }

    SplitResult tooLittle() {
      return new SplitResult.TooLittleData(number, train.size(), validation.size(), test.size());
    }

    Fold fold(int maxTrainSamples) {
      int stride = Math.max(1, Math.ceilDiv(train.size(), maxTrainSamples));
      return new Fold(
          number,
          train.samples(stride),
          validation.samples(1),
          test.samples(1),
          train.standardizing());
    }
  }
}
