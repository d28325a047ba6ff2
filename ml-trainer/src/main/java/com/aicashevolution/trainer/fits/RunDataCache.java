package com.aicashevolution.trainer.fits;

import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.SplitResult;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/**
 * The data of the run this process fits for: cut once, however many fits it makes, and given up
 * when memory is short. Thread-safe.
 */
public final class RunDataCache {

  private final RunSources sources;
  private final FitStore store;
  private String trainingId = "";
  private @Nullable SoftReference<RunData> cached;

  public RunDataCache(RunSources sources, FitStore store) {
    this.sources = sources;
    this.store = store;
  }

  /** Takes what the coordinator of the run, in this very process, has cut. */
  synchronized void keep(String ofTrainingId, RunData data) {
    trainingId = ofTrainingId;
    cached = new SoftReference<>(data);
  }

  /**
   * The data of a run.
   *
   * @throws com.aicashevolution.trainer.dataset.CandlesChangedException if this replica does not
   *     read the candles its coordinator read
   * @throws ParentUnreadableException if it cannot read the version that the run begins from
   */
  synchronized RunData of(String ofTrainingId) {
    RunData data = cached == null || !trainingId.equals(ofTrainingId) ? null : cached.get();
    if (data == null) {
      data = cut(store.briefing(ofTrainingId));
      keep(ofTrainingId, data);
    }
    return data;
  }

  private RunData cut(FitStore.Briefing briefing) {
    Dataset dataset =
        sources.assembler().assemble(briefing.dataset(), briefing.fed(), (_, _) -> {});
    return switch (briefing.split().split(dataset, briefing.maxTrainSamples())) {
      case SplitResult.Cut(var folds) ->
          new RunData(
              dataset,
              folds,
              briefing.split().search(dataset, briefing.maxTrainSamples()),
              sources.start(briefing.warmStart()));
      case SplitResult.TooLittleData parts ->
          throw new IllegalStateException(
              "the candles cannot be cut as their coordinator cut them: fold " + parts.fold());
    };
  }
}
