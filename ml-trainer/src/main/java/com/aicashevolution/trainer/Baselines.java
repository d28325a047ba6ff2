package com.aicashevolution.trainer;

import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.training.baseline.Baseline;
import com.aicashevolution.trainer.training.baseline.LastBar;
import com.aicashevolution.trainer.training.baseline.Prior;
import com.aicashevolution.trainer.training.baseline.Volatility;
import com.aicashevolution.trainer.training.baseline.tribuo.TribuoBaseline;
import java.util.List;

/** What every network is held against. */
public final class Baselines {

  private Baselines() {}

  /** Those of every run, in no order. */
  public static List<Baseline> all(SampleWeighting weighting) {
    return List.of(
        new Prior(),
        LastBar.persistence(),
        LastBar.reversal(),
        new Volatility(),
        TribuoBaseline.logisticRegression(weighting),
        TribuoBaseline.boostedTrees(weighting));
  }
}
