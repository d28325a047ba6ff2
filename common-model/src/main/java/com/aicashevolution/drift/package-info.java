/**
 * Whether the market a model answers about is still the one it was trained on.
 *
 * <pre>
 * bars of a symbol ─► DriftReference
 *     ├─ ReferenceProfile   quantiles, bins, moments of 17 features
 *     ├─ DriftThresholds    what windows of equal length do by themselves, tail extrapolated
 *     └─ VolatilityWatch    how large moves usually follow on how large ones
 * newest bars ─► check ─► DriftVerdict
 *     ├─ distributions of two weeks: stability index, Kolmogorov–Smirnov, Wasserstein per column
 *     └─ volatility of the last day: cumulative sum of surprises
 * answers out of sample ─► AnswerReference: classes and confidence of two weeks of answers
 * their results ─► PerformancePromise ─► PageHinkley: is the expectancy still believable?
 * all of it, for every symbol of a version ─► DriftReferences, a file of its artifact
 * </pre>
 *
 * <p>Thresholds are calibrated, never textbook constants: features are autocorrelated, and a
 * stability index above 0.2 is an everyday thing for a window of two weeks. Called by the trainer,
 * which calibrates and checks; what follows from a verdict is decided there. {@code
 * drift.simulation} measures how often it is wrong.
 */
@NullMarked
package com.aicashevolution.drift;

import org.jspecify.annotations.NullMarked;
