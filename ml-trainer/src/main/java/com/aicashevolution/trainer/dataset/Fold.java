package com.aicashevolution.trainer.dataset;

import com.aicashevolution.feature.TrainFold;

/**
 * One chronological cut of a dataset: fit on the first part, choose on the second, judge on the
 * third.
 *
 * @param number counts the folds of a run from 0
 * @param train what weights are fitted on
 * @param validation what early stopping, calibration and the choice of a seed see
 * @param test the untouched tail: only ever measured
 * @param standardizing the rows a standardizer may be fitted on: those of {@code train}
 */
public record Fold(
    int number, SampleSet train, SampleSet validation, SampleSet test, TrainFold standardizing) {}
