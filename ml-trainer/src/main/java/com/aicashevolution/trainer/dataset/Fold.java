package com.aicashevolution.trainer.dataset;

import com.aicashevolution.feature.TrainFold;

/**
 * One chronological cut of a dataset: fit on the first part, choose on the second, judge on the
 * third. Between any two of them lie purge and embargo.
 *
 * @param number counts the folds of a run from 0; the refit comes after the last
 * @param train what weights are fitted on
 * @param validation what early stopping and calibration see; empty for the refit
 * @param test what comes after: only ever measured
 * @param standardizing the rows a standardizer may be fitted on: those of {@code train}
 */
public record Fold(
    int number, SampleSet train, SampleSet validation, SampleSet test, TrainFold standardizing) {}
