package com.aicashevolution.inference.cache;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.signal.Probabilities;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A cached answer as bytes, floats by their bits; what cannot be read is a miss. */
final class CachedPredictionFormat {

  private static final byte LAYOUT = 1;
  private static final int FIXED_BYTES =
      1 + 2 * Long.BYTES + 2 * (Long.BYTES + Integer.BYTES) + 3 * Float.BYTES;

  private CachedPredictionFormat() {}

  static byte[] write(CachedPrediction prediction) {
    byte[] version = prediction.modelVersion().value().getBytes(StandardCharsets.US_ASCII);
    ByteBuffer out = ByteBuffer.allocate(FIXED_BYTES + version.length);
    out.put(LAYOUT);
    out.putLong(prediction.predictionId().getMostSignificantBits());
    out.putLong(prediction.predictionId().getLeastSignificantBits());
    putInstant(out, prediction.createdAt());
    putInstant(out, prediction.expiresAt());
    out.putFloat(prediction.probabilities().sell());
    out.putFloat(prediction.probabilities().hold());
    out.putFloat(prediction.probabilities().buy());
    out.put(version);
    return out.array();
  }

  static Optional<CachedPrediction> read(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    try {
      if (in.get() != LAYOUT) {
        return Optional.empty();
      }
      UUID predictionId = new UUID(in.getLong(), in.getLong());
      Instant createdAt = instant(in);
      Instant expiresAt = instant(in);
      Probabilities probabilities = new Probabilities(in.getFloat(), in.getFloat(), in.getFloat());
      String version = StandardCharsets.US_ASCII.decode(in).toString();
      return Optional.of(
          new CachedPrediction(
              predictionId, createdAt, expiresAt, new ModelVersion(version), probabilities));
    } catch (BufferUnderflowException | DateTimeException | IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  private static void putInstant(ByteBuffer out, Instant instant) {
    out.putLong(instant.getEpochSecond()).putInt(instant.getNano());
  }

  private static Instant instant(ByteBuffer in) {
    return Instant.ofEpochSecond(in.getLong(), in.getInt());
  }
}
