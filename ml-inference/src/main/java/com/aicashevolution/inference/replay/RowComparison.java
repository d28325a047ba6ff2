package com.aicashevolution.inference.replay;

import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.signal.SignalDecision;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A row beside what comes out now. What the answer rests on is compared first: numbers of another
 * schema would differ for no reason of their own.
 */
record RowComparison(
    JournalEntry row, ServingModel model, Probabilities probabilities, SignalDecision decision) {

  /** What is compared, in this order. */
  static final List<String> FIELDS =
      List.of("schema_hash", "line", "probabilities", "direction", "confidence", "recommendation");

  Optional<Difference> firstDifference() {
    return Stream.<Supplier<Optional<Difference>>>of(
            () -> words("schema_hash", row.schemaHash(), model.manifest().schema().hash()),
            () -> words("line", row.line().name(), model.line().name()),
            () -> probability(Direction.SELL),
            () -> probability(Direction.HOLD),
            () -> probability(Direction.BUY),
            () -> words("direction", row.direction().name(), decision.direction().name()),
            this::confidence,
            () -> words("recommendation", row.recommendation(), decision.recommendation().name()))
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<Difference> words(String field, String journalled, String recomputed) {
    return Difference.of(
        field,
        0,
        journalled,
        recomputed,
        new byte[][] {
          journalled.getBytes(StandardCharsets.UTF_8), recomputed.getBytes(StandardCharsets.UTF_8)
        });
  }

  private Optional<Difference> probability(Direction direction) {
    float journalled = row.probabilities().of(direction);
    float recomputed = probabilities.of(direction);
    return Difference.of(
        "probabilities",
        direction.ordinal(),
        journalled,
        recomputed,
        new byte[][] {bits(journalled), bits(recomputed)});
  }

  private Optional<Difference> confidence() {
    double journalled = row.confidence();
    double recomputed = decision.confidencePercent();
    return Difference.of(
        "confidence", 0, journalled, recomputed, new byte[][] {bits(journalled), bits(recomputed)});
  }

  private static byte[] bits(float value) {
    return ByteBuffer.allocate(Float.BYTES).putInt(Float.floatToRawIntBits(value)).array();
  }

  private static byte[] bits(double value) {
    return ByteBuffer.allocate(Double.BYTES).putLong(Double.doubleToRawLongBits(value)).array();
  }
}
