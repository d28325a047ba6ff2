package com.aicashevolution.evaluation;

/**
 * What acting on the signals would have earned, net of spread, in units of the barrier's ATR.
 *
 * @param trades signals acted on
 * @param winRate share of trades that ended above zero; 0 where there were none
 * @param profitFactor gross profit over gross loss; capped at 1e6
 * @param expectancyAtr mean result of a trade, in ATR
 * @param coverage share of bars acted on
 */
public record TradingMetrics(
    int trades, double winRate, double profitFactor, double expectancyAtr, double coverage) {}
