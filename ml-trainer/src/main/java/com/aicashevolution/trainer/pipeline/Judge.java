package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.gate.Gate;
import com.aicashevolution.trainer.gate.WalkForwardExamination;
import com.aicashevolution.trainer.training.baseline.Baseline;
import java.util.List;

/**
 * Who judges a run: the gate, and what a network must beat. Thread-safe.
 *
 * @param baselines fitted on every fold beside the networks
 * @param parallelism baselines fitted at once
 */
public record Judge(Gate gate, List<Baseline> baselines, int parallelism) {

  public Judge {
    baselines = List.copyOf(baselines);
  }

  WalkForwardExamination examination(FoldPlan folds, LabelSpec label) throws InterruptedException {
    return WalkForwardExamination.inParallel(
        folds, baselines, label.horizonBars(), gate.confidence(), parallelism);
  }
}
