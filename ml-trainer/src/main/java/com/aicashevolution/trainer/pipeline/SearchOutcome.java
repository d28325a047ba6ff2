package com.aicashevolution.trainer.pipeline;

/**
 * How the hyper-parameters of a run were chosen. Its loss is the best of many and says nothing
 * about skill: evidence is out of fold, on what no search has seen.
 *
 * @param trials that were compared
 * @param fits that it took, each of them in the ledger
 * @param chosen number of the trial; 0 is what the run would have used without a search
 * @param logLoss of the chosen one on the search folds, calibrated
 */
public record SearchOutcome(int trials, int fits, int chosen, double logLoss) {}
