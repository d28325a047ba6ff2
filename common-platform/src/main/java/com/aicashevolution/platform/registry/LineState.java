package com.aicashevolution.platform.registry;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who serves a line now; a line has one state per timeframe, and the two together name it.
 *
 * @param challengerPercentage share of traffic the challenger answers, in [0, 99]; 0 without one
 * @param changedAt when any of this last changed
 */
public record LineState(
    ModelLine line,
    Timeframe timeframe,
    @Nullable ModelVersion champion,
    @Nullable ModelVersion challenger,
    int challengerPercentage,
    @Nullable ModelVersion previous,
    Instant changedAt) {}
