package com.aicashevolution.platform.journal;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One answer, with all it takes to give it again.
 *
 * @param createdAt to the microsecond; what is finer is cut off, as the database would
 * @param window the raw (not standardized) window, row-major {@code [20, 17]}: the exact bits that
 *     were answered
 * @param asOf open time of the newest bar
 * @param weightFactor what the weights in force did to the confidence
 * @param variant {@code champion}, {@code challenger} or {@code pinned}
 * @param imputed wire names of indicators that were filled from stored candles
 * @param inputKind {@code stored}, {@code indicators} or {@code sequence}
 */
public record JournalEntry(
    UUID predictionId,
    Instant createdAt,
    Symbol symbol,
    Timeframe timeframe,
    Instant asOf,
    ModelLine line,
    ModelVersion modelVersion,
    String variant,
    String schemaHash,
    String weightsVersion,
    double weightFactor,
    float[] window,
    String inputKind,
    List<String> imputed,
    Probabilities probabilities,
    Direction direction,
    double confidence,
    String recommendation,
    boolean simulated,
    String requestId,
    @Nullable String userId,
    long latencyMicros) {

  public JournalEntry {
    createdAt = createdAt.truncatedTo(ChronoUnit.MICROS);
    imputed = List.copyOf(imputed);
  }
}
