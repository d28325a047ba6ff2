package com.aicashevolution.trainer.web;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.trainer.runs.HyperparameterOverrides;
import com.aicashevolution.trainer.runs.InvalidTrainingRequestException;
import com.aicashevolution.trainer.runs.SearchWish;
import com.aicashevolution.trainer.runs.TrainingRequest;
import com.aicashevolution.trainer.runs.TrainingScope;
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
    @Schema(description = "instead of line: global, category or symbol; which one, symbols say")
        @Nullable TrainingScope scope,
    @Schema(description = "every traded symbol of the line unless given") @Size(min = 1, max = 100) @Nullable List<Symbol> symbols,
    @Schema(defaultValue = "H1") @Nullable Timeframe timeframe,
    @Nullable Instant from,
    @Nullable Instant to,
    @Schema(description = "first bar of the holdout; the newest 15 % unless given")
        @Nullable Instant holdoutFrom,
    @Min(0) @Max(Long.MAX_VALUE - 1_000) @Nullable Long seed,
    @Schema(defaultValue = "true") @Nullable Boolean publish,
    @Valid @Nullable HyperparameterOverrides hyperparameters,
    @Schema(
            description =
                "version that every fit begins from, or champion; it must have seen nothing that"
                    + " judges the run; random weights unless given",
            example = "v20261121_020000")
        @Nullable String warmStart,
    @Schema(description = "chooses hyper-parameters by successive halving first") @Valid @Nullable SearchWish search) {

  static final TrainBody EMPTY =
      new TrainBody(null, null, null, null, null, null, null, null, null, null, null, null, null);

  /**
   * What the run is asked for.
   *
   * @throws InvalidTrainingRequestException if scope, line and symbols contradict each other
   */
  TrainingRequest request() {
    return new TrainingRequest(
        scope == null ? line : scope.line(symbols, line),
        symbols,
        timeframe,
        from,
        to,
        holdoutFrom,
        seed,
        publish,
        hyperparameters,
        warmStart,
        search);
  }
}
