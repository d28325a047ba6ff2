package com.aicashevolution.api.marketdata;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is remarkable about the candles of a file; none of it makes a candle unusable by itself.
 *
 * @param candles how many there are
 * @param first open time of the first
 * @param last open time of the last
 * @param gaps places where candles are missing while the market was open; holidays among them
 * @param missingCandles how many are missing there
 * @param longestGap where most are missing
 * @param zeroVolume candles without volume
 * @param flatRuns runs of six or more candles that never moved
 * @param longestFlatRun in candles
 * @param closedHours candles that open while the market is closed
 * @param jumps candles that close further from the one before than is believable
 * @param firstJump when the first of them opens
 */
public record QualityReport(
    long candles,
    @Nullable Instant first,
    @Nullable Instant last,
    long gaps,
    long missingCandles,
    @Nullable Gap longestGap,
    long zeroVolume,
    long flatRuns,
    long longestFlatRun,
    long closedHours,
    long jumps,
    @Nullable Instant firstJump) {

  /** Missing candles open in {@code [from, to)}. */
  public record Gap(Instant from, Instant to, long missingCandles) {}
}
