package com.aicashevolution.platform.artifact;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a safetensors header says, its entries in order of their bytes.
 *
 * @param metadata free text by key
 * @param entries tensors, ascending by {@code begin}
 */
record SafetensorsHeader(Map<String, String> metadata, List<Entry> entries) {

  /** A hundred times what our networks need; the container itself allows 100 MB. */
  static final int MAX_BYTES = 64 * 1024;

  private static final String METADATA = "__metadata__";
  private static final String FLOAT_32 = "F32";
  private static final int MAX_DIMENSIONS = 3;

  /** Keeps the product of two far from overflow. */
  private static final int MAX_DIMENSION = 1 << 20;

  /** Both a duplicate name and text behind the header are errors. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Where one tensor lies.
   *
   * @param begin first byte after the header
   * @param end byte behind the last
   */
  record Entry(String name, List<Integer> shape, long begin, long end) {

    int values() {
      return (int) ((end - begin) / Float.BYTES);
    }
  }

  static SafetensorsHeader of(SafetensorsFile file) {
    List<Entry> entries = new ArrayList<>();
    long at = 0;
    for (Map.Entry<String, Tensor> named : file.tensors().entrySet()) {
      Tensor tensor = named.getValue();
      long end = at + (long) tensor.values().length * Float.BYTES;
      entries.add(new Entry(named.getKey(), tensor.shape(), at, end));
      at = end;
    }
    return new SafetensorsHeader(file.metadata(), entries);
  }

  byte[] toJson() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator out = JSON.createGenerator(bytes)) {
      out.writeStartObject();
      out.writeObjectFieldStart(METADATA);
      for (Map.Entry<String, String> item : metadata.entrySet()) {
        out.writeStringField(item.getKey(), item.getValue());
      }
      out.writeEndObject();
      for (Entry entry : entries) {
        out.writeObjectFieldStart(entry.name());
        out.writeStringField("dtype", FLOAT_32);
        out.writeFieldName("shape");
        out.writeArray(entry.shape().stream().mapToInt(d -> d).toArray(), 0, entry.shape().size());
        out.writeFieldName("data_offsets");
        out.writeArray(new long[] {entry.begin(), entry.end()}, 0, 2);
        out.writeEndObject();
      }
      out.writeEndObject();
    }
    return bytes.toByteArray();
  }

  static SafetensorsHeader parse(byte[] json) throws ArtifactFormatException {
    JsonNode root;
    try {
      root = JSON.readTree(json);
    } catch (IOException e) {
      throw new ArtifactFormatException("weights header is not JSON: " + firstLine(e), e);
    }
    if (json.length == 0 || json[0] != '{' || !root.isObject()) {
      throw new ArtifactFormatException("weights header must be a JSON object starting with {");
    }
    Map<String, String> metadata = new LinkedHashMap<>();
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> property : root.properties()) {
      if (property.getKey().equals(METADATA)) {
        readMetadata(property.getValue(), metadata);
      } else {
        entries.add(entry(property.getKey(), property.getValue()));
      }
    }
    entries.sort(Comparator.comparingLong(Entry::begin).thenComparingLong(Entry::end));
    return new SafetensorsHeader(metadata, entries);
  }

  /** Each tensor begins where the one before ends, and the last ends where the data ends. */
  void requireToCover(long dataLength) throws ArtifactFormatException {
    long at = 0;
    for (Entry entry : entries) {
      if (entry.begin() != at) {
        throw new ArtifactFormatException(
            "tensor "
                + entry.name()
                + (entry.begin() < at ? " overlaps another: " : " leaves a gap: ")
                + "begins at byte "
                + entry.begin()
                + ", expected "
                + at);
      }
      if (entry.end() > dataLength) {
        throw new ArtifactFormatException(
            "tensor "
                + entry.name()
                + " is out of range: ends at byte "
                + entry.end()
                + " of "
                + dataLength);
      }
      at = entry.end();
    }
    if (at != dataLength) {
      throw new ArtifactFormatException(
          "weights have " + (dataLength - at) + " trailing bytes behind the last tensor");
    }
  }

  private static void readMetadata(JsonNode node, Map<String, String> metadata)
      throws ArtifactFormatException {
    if (!node.isObject()) {
      throw new ArtifactFormatException(METADATA + " must be an object of texts");
    }
    for (Map.Entry<String, JsonNode> item : node.properties()) {
      if (!item.getValue().isTextual()) {
        throw new ArtifactFormatException(METADATA + " " + item.getKey() + " must be a text");
      }
      metadata.put(item.getKey(), item.getValue().textValue());
    }
  }

  private static Entry entry(String name, JsonNode node) throws ArtifactFormatException {
    String dtype = node.path("dtype").asText();
    if (!dtype.equals(FLOAT_32)) {
      throw new ArtifactFormatException(
          "tensor " + name + " must have dtype " + FLOAT_32 + ", has '" + dtype + "'");
    }
    List<Long> shape = longs(name, node, "shape");
    List<Long> offsets = longs(name, node, "data_offsets");
    if (shape.isEmpty() || shape.size() > MAX_DIMENSIONS) {
      throw new ArtifactFormatException(
          "tensor " + name + " must have 1 to 3 dimensions, has shape " + shape);
    }
    long values = 1;
    for (long dimension : shape) {
      if (dimension < 1 || dimension > MAX_DIMENSION) {
        throw new ArtifactFormatException(
            "tensor "
                + name
                + " must have dimensions in [1, "
                + MAX_DIMENSION
                + "], has shape "
                + shape);
      }
      values *= dimension;
    }
    if (offsets.size() != 2
        || offsets.getFirst() < 0
        || offsets.getLast() - offsets.getFirst() != values * Float.BYTES) {
      throw new ArtifactFormatException(
          "tensor " + name + " of shape " + shape + " cannot lie at bytes " + offsets);
    }
    List<Integer> sizes = shape.stream().map(Long::intValue).toList();
    return new Entry(name, sizes, offsets.getFirst(), offsets.getLast());
  }

  private static List<Long> longs(String name, JsonNode node, String field)
      throws ArtifactFormatException {
    JsonNode array = node.path(field);
    List<Long> values = new ArrayList<>();
    for (JsonNode item : array) {
      if (item.isIntegralNumber() && item.canConvertToLong()) {
        values.add(item.longValue());
      }
    }
    if (!array.isArray() || values.size() != array.size()) {
      throw new ArtifactFormatException(
          "tensor " + name + " must have an array of integers " + field + ", has " + array);
    }
    return values;
  }

  private static String firstLine(IOException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
  }
}
