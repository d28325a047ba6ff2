package com.aicashevolution.inference.prediction;

import com.aicashevolution.inference.engine.ModelChoice;
import com.aicashevolution.inference.window.WindowInput;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import org.jspecify.annotations.Nullable;

/**
 * A question.
 *
 * @param includeWeights whether the weights in force may move its confidence
 * @param requestId of the HTTP request it came with
 * @param userId whom it is asked for, as the caller names them
 */
public record PredictionRequest(
    Symbol symbol,
    Timeframe timeframe,
    WindowInput input,
    ModelChoice choice,
    boolean includeWeights,
    String requestId,
    @Nullable String userId) {}
