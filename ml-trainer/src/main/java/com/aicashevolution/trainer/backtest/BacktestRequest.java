package com.aicashevolution.trainer.backtest;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.trainer.publishing.ModelChoice;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a backtest is asked for; null where the caller leaves it to us.
 *
 * @param model a version, or {@code champion}
 * @param line whose champion; global unless said
 * @param timeframe of the champion's bars, H1 unless said; a version knows its own
 * @param symbols to play; those the version was trained on unless said
 * @param from open time of the first bar; the first one the network was not fitted on unless said
 * @param to exclusive end; all that are stored unless said
 * @param retrainEveryDays fits a network anew every so many days instead of asking the version
 */
public record BacktestRequest(
    @Nullable String model,
    @Nullable ModelLine line,
    @Nullable Timeframe timeframe,
    @Nullable List<Symbol> symbols,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Integer retrainEveryDays,
    @Nullable RuleOverrides rules) {

  public String modelOrChampion() {
    return Objects.requireNonNullElse(model, ModelChoice.CHAMPION);
  }

  public ModelLine lineOrGlobal() {
    return Objects.requireNonNullElse(line, ModelLine.GLOBAL);
  }

  public Timeframe timeframeOrHourly() {
    return Objects.requireNonNullElse(timeframe, Timeframe.H1);
  }

  public RuleOverrides rulesOrNone() {
    return Objects.requireNonNullElse(rules, RuleOverrides.NONE);
  }
}
