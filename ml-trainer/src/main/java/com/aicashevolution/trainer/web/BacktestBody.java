package com.aicashevolution.trainer.web;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.trainer.backtest.BacktestRequest;
import com.aicashevolution.trainer.backtest.RuleOverrides;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wish for a backtest; everything may be left out. */
record BacktestBody(
    @Schema(description = "a version, or champion", defaultValue = "champion") @Size(max = 64) @Nullable String model,
    @Schema(description = "whose champion", defaultValue = "global") @Nullable ModelLine line,
    @Schema(description = "of the champion's bars", defaultValue = "H1")
        @Nullable Timeframe timeframe,
    @Schema(description = "those the version was trained on unless given") @Size(min = 1, max = 100) @Nullable List<Symbol> symbols,
    @Schema(description = "open time of the first bar; the start of the holdout unless given")
        @Nullable Instant from,
    @Schema(description = "exclusive end; the newest candle's unless given") @Nullable Instant to,
    @Schema(description = "fits a network anew every so many days instead of asking the version")
        @Min(1) @Max(3650) @Nullable Integer retrainEveryDays,
    @Valid @Nullable RuleOverrides rules) {

  static final BacktestBody EMPTY =
      new BacktestBody(null, null, null, null, null, null, null, null);

  BacktestRequest request() {
    return new BacktestRequest(model, line, timeframe, symbols, from, to, retrainEveryDays, rules);
  }
}
