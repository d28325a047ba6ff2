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
 */
public record Judge(Gate gate, List<Baseline> baselines) {

  public Judge {
    baselines = List.copyOf(baselines);
  }

  WalkForwardExamination examination(FoldPlan folds, LabelSpec label) {
    return new WalkForwardExamination(folds, baselines, label.horizonBars(), gate.confidence());
  }
}
