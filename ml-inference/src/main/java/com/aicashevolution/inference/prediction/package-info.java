/**
 * One prediction, from question to answer.
 *
 * <pre>
 * PredictionRequest -> ModelResolver (one version) -> WindowSource (one window) -> key
 *     -> InFlight (one computation per key) -> PredictionCache --hit--------------------------+
 *                                                  | miss                                     |
 *                                                  v                                          v
 *                    ServingModel -> SignalAdvice -> journal (durable) -> cache -> PredictionResult
 * </pre>
 *
 * <p>Everything after the first arrow belongs to the version that was resolved there: no answer
 * mixes two. Knows nothing of HTTP.
 */
@NullMarked
package com.aicashevolution.inference.prediction;

import org.jspecify.annotations.NullMarked;
