package com.aicashevolution.endtoend;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A protobuf message without its schema: fields by number, as the wire has them (protobuf.dev,
 * "Encoding").
 */
record Protobuf(List<Field> fields) {

  private static final int VARINT = 0;
  private static final int FIXED_64 = 1;
  private static final int LENGTH = 2;
  private static final int FIXED_32 = 5;

  /** {@code bytes} is empty for a number. */
  private record Field(int number, long value, byte[] bytes) {}

  static Protobuf of(byte[] message) {
    ByteBuffer wire = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
    List<Field> fields = new ArrayList<>();
    while (wire.hasRemaining()) {
      long tag = varint(wire);
      int number = (int) (tag >>> 3);
      switch ((int) tag & 7) {
        case VARINT -> fields.add(new Field(number, varint(wire), new byte[0]));
        case FIXED_64 -> fields.add(new Field(number, wire.getLong(), new byte[0]));
        case FIXED_32 -> fields.add(new Field(number, wire.getInt(), new byte[0]));
        case LENGTH -> {
          byte[] bytes = new byte[(int) varint(wire)];
          wire.get(bytes);
          fields.add(new Field(number, 0, bytes));
        }
        default -> throw new IllegalArgumentException("no such wire type: " + tag);
      }
    }
    return new Protobuf(fields);
  }

  List<Protobuf> messages(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .map(field -> of(field.bytes()))
        .toList();
  }

  /** Empty where the field is absent, as protobuf defines it. */
  byte[] bytes(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .map(Field::bytes)
        .findFirst()
        .orElse(new byte[0]);
  }

  String text(int number) {
    return new String(bytes(number), StandardCharsets.UTF_8);
  }

  long number(int number) {
    return fields.stream()
        .filter(field -> field.number() == number)
        .mapToLong(Field::value)
        .findFirst()
        .orElse(0);
  }

  private static long varint(ByteBuffer wire) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      byte next = wire.get();
      value |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a varint has at most ten bytes");
  }
}
