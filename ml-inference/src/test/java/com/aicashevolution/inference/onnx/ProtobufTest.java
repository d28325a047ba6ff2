package com.aicashevolution.inference.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** Against the examples of the Protocol Buffers Encoding guide. */
class ProtobufTest {

  private static String hex(Protobuf message) {
    return HexFormat.of().formatHex(message.toBytes());
  }

  @Test
  void writesTheGuidesExamples() {
    assertThat(hex(new Protobuf().integer(1, 150))).isEqualTo("089601");
    assertThat(hex(new Protobuf().text(2, "testing"))).isEqualTo("120774657374696e67");
    assertThat(hex(new Protobuf().message(3, new Protobuf().integer(1, 150))))
        .isEqualTo("1a03089601");
  }

  @Test
  void writesNegativeNumbersInTenBytesAndFieldsBeyondFifteenInTwo() {
    assertThat(hex(new Protobuf().integer(1, -2))).isEqualTo("08feffffffffffffffff01");
    assertThat(hex(new Protobuf().integer(20, 2))).isEqualTo("a00102");
  }

  @Test
  void putsEveryGateWhereOnnxLooksForIt() {
    // one input, two units: columns are tanh, forget, output, input
    float[] ours = {10, 11, 20, 21, 30, 31, 40, 41};

    assertThat(OnnxExport.rowsPerGate(ours, 1, 2)).containsExactly(40, 41, 30, 31, 20, 21, 10, 11);
  }
}
