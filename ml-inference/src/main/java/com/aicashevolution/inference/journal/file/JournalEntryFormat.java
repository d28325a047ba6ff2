package com.aicashevolution.inference.journal.file;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.journal.JournalEntry;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An entry as bytes, big-endian, floats by their bits: what is read is what was written. */
final class JournalEntryFormat {

  private static final int LAYOUT = 2;

  /** Of releases that knew neutral weights only. */
  private static final int WITHOUT_FACTOR = 1;

  private JournalEntryFormat() {}

  static byte[] write(JournalEntry entry) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(2048);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeByte(LAYOUT);
      out.writeLong(entry.predictionId().getMostSignificantBits());
      out.writeLong(entry.predictionId().getLeastSignificantBits());
      writeInstant(out, entry.createdAt());
      out.writeUTF(entry.symbol().code());
      out.writeUTF(entry.timeframe().name());
      writeInstant(out, entry.asOf());
      out.writeUTF(entry.line().name());
      out.writeUTF(entry.modelVersion().value());
      out.writeUTF(entry.variant());
      out.writeUTF(entry.schemaHash());
      out.writeUTF(entry.weightsVersion());
      out.writeDouble(entry.weightFactor());
      writeFloats(out, entry.window());
      out.writeUTF(entry.inputKind());
      writeStrings(out, entry.imputed());
      out.writeFloat(entry.probabilities().sell());
      out.writeFloat(entry.probabilities().hold());
      out.writeFloat(entry.probabilities().buy());
      out.writeUTF(entry.direction().name());
      out.writeDouble(entry.confidence());
      out.writeUTF(entry.recommendation());
      out.writeBoolean(entry.simulated());
      out.writeUTF(entry.requestId());
      writeNullable(out, entry.userId());
      out.writeLong(entry.latencyMicros());
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot fail", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException if the bytes are of another layout or end early
   */
  static JournalEntry read(byte[] bytes) throws IOException {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
    int layout = in.readByte();
    if (layout != LAYOUT && layout != WITHOUT_FACTOR) {
      throw new IOException("journal entry has layout " + layout + ", known are 1 to " + LAYOUT);
    }
    return new JournalEntry(
        new UUID(in.readLong(), in.readLong()),
        readInstant(in),
        Symbol.of(in.readUTF()),
        Timeframe.valueOf(in.readUTF()),
        readInstant(in),
        new ModelLine(in.readUTF()),
        new ModelVersion(in.readUTF()),
        in.readUTF(),
        in.readUTF(),
        in.readUTF(),
        layout == WITHOUT_FACTOR ? 1.0 : in.readDouble(),
        readFloats(in),
        in.readUTF(),
        readStrings(in),
        new Probabilities(in.readFloat(), in.readFloat(), in.readFloat()),
        Direction.valueOf(in.readUTF()),
        in.readDouble(),
        in.readUTF(),
        in.readBoolean(),
        in.readUTF(),
        readNullable(in),
        in.readLong());
  }

  private static void writeInstant(DataOutputStream out, Instant instant) throws IOException {
    out.writeLong(instant.getEpochSecond());
    out.writeInt(instant.getNano());
  }

  private static Instant readInstant(DataInputStream in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }

  private static void writeFloats(DataOutputStream out, float[] values) throws IOException {
    out.writeInt(values.length);
    for (float value : values) {
      out.writeInt(Float.floatToRawIntBits(value));
    }
  }

  private static float[] readFloats(DataInputStream in) throws IOException {
    float[] values = new float[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.intBitsToFloat(in.readInt());
    }
    return values;
  }

  private static void writeStrings(DataOutputStream out, List<String> values) throws IOException {
    out.writeInt(values.size());
    for (String value : values) {
      out.writeUTF(value);
    }
  }

  private static List<String> readStrings(DataInputStream in) throws IOException {
    int size = in.readInt();
    List<String> values = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      values.add(in.readUTF());
    }
    return values;
  }

  private static void writeNullable(DataOutputStream out, @Nullable String value)
      throws IOException {
    out.writeBoolean(value != null);
    if (value != null) {
      out.writeUTF(value);
    }
  }

  private static @Nullable String readNullable(DataInputStream in) throws IOException {
    return in.readBoolean() ? in.readUTF() : null;
  }
}
