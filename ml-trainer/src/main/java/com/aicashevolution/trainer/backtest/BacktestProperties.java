package com.aicashevolution.trainer.backtest;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How backtests trade unless a request says otherwise, and what they may cost us.
 *
 * @param slippageAtr every fill at the market is so much worse, in ATR of the signal bar
 * @param perSymbol trades open at once in one symbol
 * @param perCurrency in symbols that hold one currency
 * @param total in all
 * @param riskPercent of the starting capital lost at the stop of a trade of multiplier 1
 * @param maxBars of all symbols together; a longer one is refused
 * @param maxFits of a backtest that retrains as it goes
 * @param maxWaiting jobs in the queue; more are refused
 * @param keepFiles backtests whose files are kept, the newest
 */
@Validated
@ConfigurationProperties(prefix = "ml.backtest", ignoreUnknownFields = false)
public record BacktestProperties(
    @DefaultValue("0.02") @DecimalMin("0") @DecimalMax("10") double slippageAtr,
    @DefaultValue("1") @Min(1) @Max(10_000) int perSymbol,
    @DefaultValue("4") @Min(1) @Max(10_000) int perCurrency,
    @DefaultValue("10") @Min(1) @Max(10_000) int total,
    @DefaultValue("0.5") @DecimalMin("0.001") @DecimalMax("10") double riskPercent,
    @DefaultValue("2000000") @Min(1_000) @Max(100_000_000) int maxBars,
    @DefaultValue("200") @Min(1) @Max(10_000) int maxFits,
    @DefaultValue("10") @Min(1) @Max(1_000) int maxWaiting,
    @DefaultValue("50") @Min(1) @Max(10_000) int keepFiles) {}
