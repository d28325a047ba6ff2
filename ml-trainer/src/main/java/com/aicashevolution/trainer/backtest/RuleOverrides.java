package com.aicashevolution.trainer.backtest;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Rules a request wants different from {@link BacktestProperties} or from the version's labels;
 * null where it does not care.
 *
 * @param minConfidence a signal below it is not acted on, percent
 * @param horizonBars bars a trade lives at most; the labels' unless said
 * @param stopAtr distance of the stop; the labels' barrier unless said
 * @param targetAtr distance of the target; the labels' barrier unless said
 * @param slippageAtr every fill at the market is so much worse
 * @param spreadFactor on the candles' spreads
 * @param riskPercent of the starting capital at the stop of a trade of multiplier 1
 */
public record RuleOverrides(
    @DecimalMin("0") @DecimalMax("100") @Nullable Double minConfidence,
    @Min(1) @Max(10_000) @Nullable Integer horizonBars,
    @DecimalMin("0.01") @DecimalMax("100") @Nullable Double stopAtr,
    @DecimalMin("0.01") @DecimalMax("100") @Nullable Double targetAtr,
    @DecimalMin("0") @DecimalMax("10") @Nullable Double slippageAtr,
    @DecimalMin("0") @DecimalMax("100") @Nullable Double spreadFactor,
    @Min(1) @Max(10_000) @Nullable Integer perSymbol,
    @Min(1) @Max(10_000) @Nullable Integer perCurrency,
    @Min(1) @Max(10_000) @Nullable Integer total,
    @DecimalMin("0.001") @DecimalMax("10") @Nullable Double riskPercent) {

  /** Wants nothing different. */
  public static final RuleOverrides NONE =
      new RuleOverrides(null, null, null, null, null, null, null, null, null, null);
}
