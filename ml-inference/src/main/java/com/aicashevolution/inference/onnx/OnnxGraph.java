package com.aicashevolution.inference.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A graph in the making: nodes and constants in the order they are added. Field numbers are those
 * of {@code onnx.proto}. Not thread-safe.
 */
final class OnnxGraph {

  private static final int FLOAT = 1;
  private static final int INT64 = 7;
  private static final int ATTRIBUTE_INT = 2;
  private static final int ATTRIBUTE_INTS = 7;

  private final Protobuf graph = new Protobuf();

  /** A name in the order of an operator's attributes, and its value. */
  record Attribute(String name, List<Long> values, boolean single) {

    static Attribute of(String name, long value) {
      return new Attribute(name, List.of(value), true);
    }

    static Attribute of(String name, List<Long> values) {
      return new Attribute(name, values, false);
    }
  }

  OnnxGraph(String name) {
    graph.text(2, name);
  }

  /** An operator; its single output is called {@code output}, which is returned. */
  String node(String operator, String output, List<String> inputs, Attribute... attributes) {
    return node(operator, List.of(output), inputs, attributes).getFirst();
  }

  /** An operator; an output called "" is not wanted. */
  List<String> node(
      String operator, List<String> outputs, List<String> inputs, Attribute... attributes) {
    Protobuf node = new Protobuf();
    inputs.forEach(input -> node.text(1, input));
    outputs.forEach(output -> node.text(2, output));
    node.text(3, "node_" + outputs.getLast()).text(4, operator);
    for (Attribute attribute : attributes) {
      node.message(5, attribute(attribute));
    }
    graph.message(1, node);
    return outputs;
  }

  private static Protobuf attribute(Attribute attribute) {
    Protobuf message = new Protobuf().text(1, attribute.name());
    for (long value : attribute.values()) {
      message.integer(attribute.single() ? 3 : 8, value);
    }
    return message.integer(20, attribute.single() ? ATTRIBUTE_INT : ATTRIBUTE_INTS);
  }

  /** A constant tensor; its name is returned. */
  String floats(String name, List<Integer> shape, float[] values) {
    byte[] raw = new byte[values.length * Float.BYTES];
    littleEndian(raw).asFloatBuffer().put(values);
    return constant(name, shape, FLOAT, raw);
  }

  /** A constant row of whole numbers; its name is returned. */
  String integers(String name, long... values) {
    byte[] raw = new byte[values.length * Long.BYTES];
    littleEndian(raw).asLongBuffer().put(values);
    return constant(name, List.of(values.length), INT64, raw);
  }

  private String constant(String name, List<Integer> shape, int type, byte[] raw) {
    Protobuf tensor = new Protobuf();
    shape.forEach(size -> tensor.integer(1, size));
    graph.message(5, tensor.integer(2, type).text(8, name).bytes(9, raw));
    return name;
  }

  /** What the graph is given: floats of {@code [batch, sizes…]}. */
  String input(String name, int... sizes) {
    graph.message(11, value(name, sizes));
    return name;
  }

  /** What the graph gives: floats of {@code [batch, sizes…]}. */
  void output(String name, int... sizes) {
    graph.message(12, value(name, sizes));
  }

  private static Protobuf value(String name, int... sizes) {
    Protobuf shape = new Protobuf().message(1, new Protobuf().text(2, "batch"));
    for (int size : sizes) {
      shape.message(1, new Protobuf().integer(1, size));
    }
    Protobuf tensor = new Protobuf().integer(1, FLOAT).message(2, shape);
    return new Protobuf().text(1, name).message(2, new Protobuf().message(1, tensor));
  }

  Protobuf message() {
    return graph;
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
