package com.aicashevolution.trainer.web;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.trainer.runs.HyperparameterOverrides;
import com.aicashevolution.trainer.runs.TrainingRequest;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wish for a run; everything may be left out. */
record TrainBody(
    @Schema(description = "queues behind a running run instead of refusing")
        @Nullable Boolean forceRetrain,
    @Schema(defaultValue = "global") @Nullable ModelLine line,
    @Schema(description = "every traded symbol of the line unless given") @Size(min = 1, max = 100) @Nullable List<Symbol> symbols,
    @Schema(defaultValue = "H1") @Nullable Timeframe timeframe,
    @Nullable Instant from,
    @Nullable Instant to,
    @Min(0) @Max(Long.MAX_VALUE - 1_000) @Nullable Long seed,
    @Schema(defaultValue = "true") @Nullable Boolean publish,
    @Valid @Nullable HyperparameterOverrides hyperparameters) {

  static final TrainBody EMPTY =
      new TrainBody(null, null, null, null, null, null, null, null, null);

  TrainingRequest request() {
    return new TrainingRequest(line, symbols, timeframe, from, to, seed, publish, hyperparameters);
  }
}
