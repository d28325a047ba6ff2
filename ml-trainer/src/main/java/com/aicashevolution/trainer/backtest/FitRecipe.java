package com.aicashevolution.trainer.backtest;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.pipeline.RunPlan;
import com.aicashevolution.trainer.training.Hyperparameters;

/**
 * How a backtest fits networks like a published one: its question, architecture, seed and line, and
 * for the rest what a training run of today would do.
 *
 * @param line under which the fits are counted
 * @param maxTrainSamples beyond it a training part is thinned
 */
public record FitRecipe(
    ModelLine line,
    LabelSpec label,
    WalkForward split,
    int maxTrainSamples,
    Hyperparameters hyperparameters,
    long seed) {

  /** The recipe for networks like {@code manifest}'s, the rest as in {@code today}. */
  public static FitRecipe like(ModelManifest manifest, RunPlan today) {
    WalkForward split = today.split();
    return new FitRecipe(
        manifest.line(),
        manifest.label(),
        new WalkForward(
            split.folds(),
            split.holdoutShare(),
            split.validationShare(),
            manifest.label().horizonBars() + FeatureSchema.WINDOW_BARS,
            split.maxTrainBlocks()),
        today.maxTrainSamples(),
        new Hyperparameters(manifest.architecture(), today.hyperparameters().optimisation()),
        manifest.seed());
  }
}
