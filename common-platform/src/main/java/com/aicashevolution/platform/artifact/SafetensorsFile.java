package com.aicashevolution.platform.artifact;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * The safetensors container (Hugging Face, format description of 2022), float32 only:
 *
 * <pre>
 * 8 bytes   little-endian length N of the header
 * N bytes   JSON: {"__metadata__": {text: text}, name: {"dtype", "shape", "data_offsets"}, …}
 * the rest  values, little-endian, without gaps or overlaps
 * </pre>
 *
 * <p>Writing is deterministic: metadata by key, tensors in the order given, the header filled with
 * spaces to a multiple of eight. Reading refuses whatever the description does not allow.
 *
 * @param metadata free text by key
 * @param tensors by name, in order of their bytes
 */
record SafetensorsFile(Map<String, String> metadata, SequencedMap<String, Tensor> tensors) {

  private static final int ALIGNMENT = 8;

  SafetensorsFile {
    metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
  }

  byte[] toBytes() {
    byte[] header;
    try {
      header = SafetensorsHeader.of(this).toJson();
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory cannot fail", e);
    }
    int padded = (header.length + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    int dataLength =
        tensors.values().stream().mapToInt(tensor -> tensor.values().length * Float.BYTES).sum();
    ByteBuffer buffer =
        ByteBuffer.allocate(Long.BYTES + padded + dataLength).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(padded).put(header);
    while (buffer.position() < Long.BYTES + padded) {
      buffer.put((byte) ' ');
    }
    for (Tensor tensor : tensors.values()) {
      for (float value : tensor.values()) {
        buffer.putFloat(value);
      }
    }
    return buffer.array();
  }

  static SafetensorsFile parse(byte[] bytes) throws ArtifactFormatException {
    if (bytes.length < Long.BYTES) {
      throw new ArtifactFormatException(
          "weights are truncated: " + bytes.length + " bytes have no room for the header's length");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long headerLength = buffer.getLong();
    // compared unsigned: the top bit makes a huge length, not a negative one
    if (Long.compareUnsigned(headerLength, SafetensorsHeader.MAX_BYTES) > 0) {
      throw new ArtifactFormatException(
          "weights header is oversize: says "
              + Long.toUnsignedString(headerLength)
              + " bytes, allowed are "
              + SafetensorsHeader.MAX_BYTES);
    }
    if (headerLength > buffer.remaining()) {
      throw new ArtifactFormatException(
          "weights are truncated: header says "
              + headerLength
              + " bytes, "
              + buffer.remaining()
              + " are left");
    }
    byte[] json = new byte[(int) headerLength];
    buffer.get(json);
    SafetensorsHeader header = SafetensorsHeader.parse(json);
    header.requireToCover(buffer.remaining());
    SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
    for (SafetensorsHeader.Entry entry : header.entries()) {
      float[] values = new float[entry.values()];
      for (int i = 0; i < values.length; i++) {
        values[i] = buffer.getFloat();
      }
      tensors.put(entry.name(), new Tensor(entry.shape(), values));
    }
    return new SafetensorsFile(header.metadata(), tensors);
  }
}
