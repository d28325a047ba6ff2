package com.aicashevolution.trainer.leak;

import com.aicashevolution.feature.FeaturePipeline;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleCollector;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.WalkForward;
import java.util.List;

/** The way from candles to what a network is shown, as the functions it is made of. */
public interface TrainingPath {

  /** The samples of {@code candles}, one series per symbol. */
  Dataset assemble(List<CandleSeries> candles);

  SplitResult split(Dataset dataset);

  /** What {@code fold}, one of those of {@code dataset}, is standardized with. */
  Standardizer standardizer(Dataset dataset, Fold fold);

  /**
   * The way every training run goes.
   *
   * @param maxTrainSamples beyond it a training part is thinned
   */
  record OfARun(Timeframe timeframe, LabelSpec label, WalkForward walkForward, int maxTrainSamples)
      implements TrainingPath {

    @Override
    public Dataset assemble(List<CandleSeries> candles) {
      return new SampleCollector(new FeaturePipeline(), label)
          .dataset(timeframe, candles, true, (_, _) -> {});
    }

    @Override
    public SplitResult split(Dataset dataset) {
      return walkForward.split(dataset, maxTrainSamples);
    }

    @Override
    public Standardizer standardizer(Dataset dataset, Fold fold) {
      return Standardizer.fit(fold.standardizing());
    }
  }
}
