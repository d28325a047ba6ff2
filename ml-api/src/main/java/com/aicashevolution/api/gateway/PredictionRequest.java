package com.aicashevolution.api.gateway;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelVersion;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A wish for a prediction as it is posted. Types are held here; what the values mean is checked by
 * ml-inference, which knows the features.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PredictionRequest(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable Symbol symbol,
    @Schema(defaultValue = "H1") @Nullable Timeframe timeframe,
    @Schema(description = "values of the newest bar by wire name; missing ones are imputed")
        @Nullable Map<String, @Nullable Double> indicators,
    @Schema(description = "twenty complete rows, oldest first, instead of indicators")
        @Nullable List<@Nullable Map<String, @Nullable Double>> sequence,
    @Schema(description = "answers with this version and no other")
        @Nullable ModelVersion modelVersion,
    @Schema(description = "keeps this user on one variant") @Nullable String userId,
    @Schema(defaultValue = "true") @Nullable Boolean includeWeights,
    @Schema(defaultValue = "false") @Nullable Boolean explain) {

  Timeframe timeframeOrDefault() {
    return timeframe == null ? Timeframe.H1 : timeframe;
  }
}
