package com.aicashevolution.trainer.training;

import com.aicashevolution.model.ModelVersion;
import java.time.Instant;

/**
 * The published version that all fits of a run begin from.
 *
 * @param version the parent
 * @param modelZipSha256 of its {@code model.zip}, lower-case hex: the very weights
 * @param seenUntil close time of the last candle that it was fitted, stopped, calibrated or judged
 *     on
 * @param simulated whether it learned from a simulated market
 */
public record WarmStart(
    ModelVersion version, String modelZipSha256, Instant seenUntil, boolean simulated) {}
