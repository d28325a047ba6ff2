package com.aicashevolution.trainer.training;

import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.trainer.dataset.Fold;

/**
 * One fit: the unit of work of a run.
 *
 * @param fold training part to fit on, validation part to stop on
 * @param standardizer fitted on the fold's training part
 * @param seed of initial weights, shuffling and dropout
 */
public record FitTask(
    Fold fold, Standardizer standardizer, Hyperparameters hyperparameters, long seed) {}
