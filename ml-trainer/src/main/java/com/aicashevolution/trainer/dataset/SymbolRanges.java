package com.aicashevolution.trainer.dataset;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.TrainFold;
import java.util.ArrayList;
import java.util.List;

/** A range of every symbol's samples: one part of one fold. */
record SymbolRanges(List<SymbolSamples> symbols, List<SampleRange> ranges) {

  int size() {
    return ranges.stream().mapToInt(SampleRange::size).sum();
  }

  SampleSet samples(int stride) {
    return SampleSet.of(symbols, ranges, stride);
  }

  /** The feature rows of all windows of the part, thinned or not; only of one with samples. */
  TrainFold standardizing() {
    List<TrainFold.Part> parts = new ArrayList<>();
    for (int s = 0; s < symbols.size(); s++) {
      SampleRange range = ranges.get(s);
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
