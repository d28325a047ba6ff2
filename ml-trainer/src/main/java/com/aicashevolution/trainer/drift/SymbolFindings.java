package com.aicashevolution.trainer.drift;

import com.aicashevolution.market.Symbol;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found about one symbol.
 *
 * @param asOf close of the newest bar; null where there is none
 * @param measurements every one beyond its threshold, and of each check the one closest to it
 * @param tooLittle sentences on what could not be judged
 */
public record SymbolFindings(
    Symbol symbol,
    DriftState state,
    @Nullable Instant asOf,
    List<Measurement> measurements,
    List<String> tooLittle) {

  public SymbolFindings {
    measurements = List.copyOf(measurements);
    tooLittle = List.copyOf(tooLittle);
  }

  /** Why it drifted; empty where it did not. */
  public List<String> reasons() {
    return measurements.stream().filter(Measurement::exceeded).map(Measurement::sentence).toList();
  }

  /** The largest share of a threshold; 0 where nothing could be measured. */
  public double worstRatio() {
    return measurements.stream().mapToDouble(Measurement::ratio).max().orElse(0);
  }
}
