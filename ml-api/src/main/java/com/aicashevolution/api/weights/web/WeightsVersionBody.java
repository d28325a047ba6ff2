package com.aicashevolution.api.weights.web;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.weights.Improvement;
import com.aicashevolution.platform.weights.WeightsRecord;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version of a line's weights, in force or past. */
@Schema(name = "WeightsVersion")
record WeightsVersionBody(
    String weightsVersion,
    @Schema(type = "string") ModelLine line,
    Timeframe timeframe,
    boolean active,
    Instant createdAt,
    @Nullable Instant retiredAt,
    String actor,
    String basis,
    @Schema(type = "string") @Nullable ModelVersion modelVersion,
    double improvementScore,
    Improvement improvement,
    Map<String, Double> weights) {

  static WeightsVersionBody of(WeightsRecord record) {
    return new WeightsVersionBody(
        record.version(),
        record.line(),
        record.timeframe(),
        record.active(),
        record.createdAt(),
        record.retiredAt(),
        record.actor(),
        record.origin().basis().wireName(),
        record.origin().modelVersion(),
        record.origin().improvement().score(),
        record.origin().improvement(),
        record.weights().byWireName());
  }
}
