package com.aicashevolution.trainer.backtest;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.trade.TradeEvent.Limit;
import com.aicashevolution.trade.TradeRules;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a backtest.
 *
 * @param setting what was asked
 * @param whole everything together, in sample or not
 * @param phases the same apart, in order of time
 * @param symbols ascending
 * @param months in order of time
 * @param declined signals that found no room, by limit
 * @param openAtEnd trades that had not ended; in the account's worth, in no other figure
 * @param bars played, of all symbols
 * @param refits in order of time; empty where the published weights answered
 * @param dataHash SHA-256 over the candles that were played and their look-back
 * @param warnings what must be known before a figure is believed, complete sentences
 */
public record BacktestSummary(
    Setting setting,
    Section whole,
    List<Section> phases,
    List<SymbolFigures> symbols,
    List<MonthFigures> months,
    Map<Limit, Integer> declined,
    int openAtEnd,
    int bars,
    List<Refit> refits,
    String dataHash,
    List<String> warnings) {

  public BacktestSummary {
    phases = List.copyOf(phases);
    symbols = List.copyOf(symbols);
    months = List.copyOf(months);
    declined = Map.copyOf(declined);
    refits = List.copyOf(refits);
    warnings = List.copyOf(warnings);
  }

  /**
   * What was played, by which rules.
   *
   * @param simulated whether the version was trained on a simulated market, or was played on one
   * @param retrainEveryDays null where the published weights answered
   */
  public record Setting(
      String backtestId,
      ModelVersion modelVersion,
      ModelLine line,
      Timeframe timeframe,
      boolean simulated,
      List<Symbol> symbols,
      Instant from,
      Instant to,
      TradeRules rules,
      double riskPercent,
      String weightsVersion,
      double weightFactor,
      @Nullable Integer retrainEveryDays) {

    public Setting {
      symbols = List.copyOf(symbols);
    }
  }

  /** One symbol's trades; results in percent of the starting capital. */
  public record SymbolFigures(
      Symbol symbol,
      int trades,
      double winRate,
      double profitFactor,
      double expectancyAtr,
      double returnPercent,
      double heldPercent) {}

  /**
   * What the trades that ended in a month brought.
   *
   * @param month {@code 2026-11}
   */
  public record MonthFigures(String month, int trades, double returnPercent) {}
}
