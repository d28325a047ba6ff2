package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.trainer.dataset.DatasetSpec;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.WarmStart;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run does, every default filled in.
 *
 * @param split how the data is cut
 * @param maxTrainSamples beyond it a training part is thinned
 * @param seeds one fit each on every fold
 * @param warmStart the version that every fit begins from; null for random weights
 * @param search by which hyper-parameters are chosen first; null to take them as they are
 * @param publish whether the result is published, or only judged
 * @param requestedBy who takes the responsibility in registry and audit
 */
public record RunPlan(
    String trainingId,
    ModelLine line,
    DatasetSpec dataset,
    WalkForward split,
    int maxTrainSamples,
    Hyperparameters hyperparameters,
    List<Long> seeds,
    @Nullable WarmStart warmStart,
    @Nullable SearchSpec search,
    boolean publish,
    String requestedBy) {

  public RunPlan {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty()) {
      throw new IllegalArgumentException("a run needs at least one seed, had 0");
    }
    if (maxTrainSamples < 1) {
      throw new IllegalArgumentException("maxTrainSamples must be >= 1, was " + maxTrainSamples);
    }
    if (warmStart != null && search != null) {
      throw new IllegalArgumentException(
          "a search compares networks of many sizes, " + warmStart.version() + " has one");
    }
  }

  /** The same plan with the hyper-parameters that its search chose. */
  RunPlan with(Hyperparameters chosen) {
    return new RunPlan(
        trainingId,
        line,
        dataset,
        split,
        maxTrainSamples,
        chosen,
        seeds,
        warmStart,
        search,
        publish,
        requestedBy);
  }
}
