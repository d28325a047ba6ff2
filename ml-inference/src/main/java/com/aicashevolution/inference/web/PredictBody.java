package com.aicashevolution.inference.web;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request for a prediction as it is posted. */
@Schema(name = "PredictionRequest")
record PredictBody(
    @Schema(type = "string", example = "EURUSD") @Nullable Symbol symbol,
    @Schema(defaultValue = "H1") @Nullable Timeframe timeframe,
    @Schema(description = "newest row; missing names are imputed from the stored candles")
        @Nullable Map<String, @Nullable Double> indicators,
    @Schema(description = "twenty complete rows, oldest first, instead of indicators")
        @Nullable List<@Nullable Map<String, @Nullable Double>> sequence,
    @Schema(type = "string", description = "answers with this version and no other")
        @Nullable ModelVersion modelVersion,
    @Schema(description = "role in which the version answers; believed of our services only")
        @Nullable String variant,
    @Nullable String userId,
    @Schema(defaultValue = "true") @Nullable Boolean includeWeights,
    @Schema(defaultValue = "false", description = "adds an explanation; not within a batch")
        @Nullable Boolean explain) {

  boolean wantsWeights() {
    return includeWeights == null || includeWeights;
  }

  boolean wantsExplanation() {
    return explain != null && explain;
  }
}
