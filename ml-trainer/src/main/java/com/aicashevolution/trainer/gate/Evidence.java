package com.aicashevolution.trainer.gate;

import com.aicashevolution.evaluation.EvaluationReport;

/**
 * What the gate decides on.
 *
 * @param trainSamples windows the network was fitted on
 * @param report of the untouched tail
 * @param skill over the majority baseline on the same tail
 */
public record Evidence(int trainSamples, EvaluationReport report, Skill skill) {}
