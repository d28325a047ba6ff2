package com.aicashevolution.inference.prediction;

import com.aicashevolution.inference.cache.PredictionKey;
import com.aicashevolution.inference.engine.Resolution;
import com.aicashevolution.inference.window.WindowFinding;

/**
 * A request whose version, window and weights are settled.
 *
 * @param startedNanos {@link System#nanoTime()} when it arrived
 */
record Question(
    PredictionRequest request,
    Resolution.Serving serving,
    WindowFinding.Found window,
    SignalAdvice advice,
    PredictionKey key,
    long startedNanos) {}
