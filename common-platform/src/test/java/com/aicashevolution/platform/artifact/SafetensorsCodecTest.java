package com.aicashevolution.platform.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.lstm.LstmParameters.Activation;
import com.aicashevolution.lstm.LstmParameters.Affine;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.Lstm;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SafetensorsCodecTest {

  private static final LstmParameters SMALL =
      new LstmParameters(
          List.of(
              new Lstm(
                  2,
                  1,
                  new float[] {-0.5f, -0.375f, -0.25f, -0.125f, 0, 0.125f, 0.25f, 0.375f},
                  new float[] {0.25f, 0.375f, 0.5f, 0.625f},
                  new float[] {1, 1.125f, 1.25f, 1.375f})),
          List.of(
              new Affine(new float[] {2}, new float[] {-3}),
              new Dense(
                  1,
                  3,
                  new float[] {0.125f, 0.25f, 0.375f},
                  new float[] {-1, -0.875f, -0.75f},
                  Activation.SOFTMAX)));

  /**
   * The file was written by {@code safetensors.serialize} of Hugging Face's Python package 0.8.0,
   * with the values above; it orders tensors by its own rules.
   */
  @Test
  void readsAFileOfTheReferenceImplementation() throws Exception {
    try (InputStream file = getClass().getResourceAsStream("hugging-face.safetensors")) {
      byte[] bytes = Objects.requireNonNull(file).readAllBytes();
      assertThat(SafetensorsCodec.read(bytes)).usingRecursiveComparison().isEqualTo(SMALL);
    }
  }

  @Test
  void readsBackWhatItWroteToTheBit() throws Exception {
    LstmParameters parameters = network(17, 64, 32, 16);
    byte[] bytes = SafetensorsCodec.write(parameters);
    LstmParameters read = SafetensorsCodec.read(bytes);
    assertThat(read).usingRecursiveComparison().isEqualTo(parameters);
    assertThat(SafetensorsCodec.write(read)).isEqualTo(bytes);
  }

  @Test
  void layoutIsThatOfTheContainer() {
    byte[] bytes = SafetensorsCodec.write(SMALL);
    long headerLength = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String header = new String(bytes, 8, (int) headerLength, StandardCharsets.UTF_8);
    assertThat(headerLength % 8).isZero();
    assertThat(header.stripTrailing())
        .isEqualTo(
            "{\"__metadata__\":{\"format\":\"ml-trading-lstm-1\","
                + "\"gates\":\"tanh,forget,output,input\",\"head\":\"affine,softmax\","
                + "\"recurrent_layers\":\"1\"},"
                + "\"lstm.0.input_weights\":"
                + "{\"dtype\":\"F32\",\"shape\":[2,4],\"data_offsets\":[0,32]},"
                + "\"lstm.0.recurrent_weights\":"
                + "{\"dtype\":\"F32\",\"shape\":[1,4],\"data_offsets\":[32,48]},"
                + "\"lstm.0.bias\":{\"dtype\":\"F32\",\"shape\":[4],\"data_offsets\":[48,64]},"
                + "\"head.0.scale\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[64,68]},"
                + "\"head.0.shift\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[68,72]},"
                + "\"head.1.weights\":"
                + "{\"dtype\":\"F32\",\"shape\":[1,3],\"data_offsets\":[72,84]},"
                + "\"head.1.bias\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[84,96]}}");
    assertThat(bytes).hasSize((int) (8 + headerLength + 96));
    assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getFloat(bytes.length - 4))
        .isEqualTo(-0.75f);
  }

  @Test
  void refusesTruncatedFilesWhereverTheyEnd() {
    byte[] bytes = SafetensorsCodec.write(SMALL);
    for (int length = 0; length < bytes.length; length++) {
      byte[] torn = Arrays.copyOf(bytes, length);
      assertThatExceptionOfType(ArtifactFormatException.class)
          .isThrownBy(() -> SafetensorsCodec.read(torn));
    }
    assertRefused(Arrays.copyOf(bytes, 5), "weights are truncated: 5 bytes");
    assertRefused(Arrays.copyOf(bytes, 100), "92 are left");
  }

  @Test
  void refusesTrailingBytes() {
    byte[] bytes = SafetensorsCodec.write(SMALL);
    assertRefused(Arrays.copyOf(bytes, bytes.length + 3), "3 trailing bytes");
  }

  @Test
  void refusesAnOversizeHeaderBeforeItTakesTheMemory() {
    ByteBuffer huge = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
    assertRefused(huge.putLong(0, 1L << 40).array(), "oversize: says 1099511627776 bytes");
    assertRefused(huge.putLong(0, -1).array(), "oversize: says 18446744073709551615 bytes");
  }

  @Test
  void refusesAHeaderThatIsNoObject() {
    assertRefused(file("[1]", 0), "JSON object");
    assertRefused(file("", 0), "JSON object");
    assertRefused(file("{\"a\":", 0), "not JSON");
    assertRefused(file("{} {}", 0), "not JSON");
    assertRefused(file("{\"__metadata__\":{\"a\":1}}", 0), "__metadata__ a must be a text");
    assertRefused(file("[".repeat(20_000), 0), "not JSON");
  }

  @Test
  void refusesOverlappingTensors() {
    assertRefused(
        changed("\"data_offsets\":[48,64]", "\"data_offsets\":[44,60]"),
        "tensor lstm.0.bias overlaps another: begins at byte 44, expected 48");
  }

  @Test
  void refusesGaps() {
    assertRefused(
        changed("\"shape\":[4],\"data_offsets\":[48,64]", "\"shape\":[3],\"data_offsets\":[52,64]"),
        "tensor lstm.0.bias leaves a gap");
  }

  @Test
  void refusesOffsetsOutOfRange() {
    assertRefused(
        changed(
            "\"shape\":[3],\"data_offsets\":[84,96]", "\"shape\":[4],\"data_offsets\":[84,100]"),
        "tensor head.1.bias is out of range: ends at byte 100 of 96");
    assertRefused(changed("[84,96]", "[-12,0]"), "tensor head.1.bias of shape [3] cannot lie at");
    assertRefused(changed("[84,96]", "[96,84]"), "cannot lie at bytes [96, 84]");
    assertRefused(changed("[84,96]", "[84,1e3]"), "array of integers data_offsets");
  }

  @Test
  void refusesTheWrongType() {
    assertRefused(
        changed("\"lstm.0.bias\":{\"dtype\":\"F32\"", "\"lstm.0.bias\":{\"dtype\":\"F16\""),
        "tensor lstm.0.bias must have dtype F32, has 'F16'");
  }

  @Test
  void refusesShapesThatAreNone() {
    assertRefused(changed("\"shape\":[2,4]", "\"shape\":[2,0]"), "tensor lstm.0.input_weights");
    assertRefused(changed("\"shape\":[2,4]", "\"shape\":[1,1,2,4]"), "1 to 3 dimensions");
    assertRefused(changed("\"shape\":[2,4]", "\"shape\":[1,2,4]"), "must have 2 dimensions");
    assertRefused(
        changed("\"shape\":[2,4]", "\"shape\":[4294967296,4294967296]"),
        "tensor lstm.0.input_weights must have dimensions in [1, 1048576]");
  }

  @Test
  void refusesShapesThatDoNotFitTheNetwork() {
    assertRefused(
        changed("\"shape\":[2,4]", "\"shape\":[4,2]"),
        "tensor lstm.0.input_weights must have a multiple of 4 columns");
    assertRefused(
        changed("\"shape\":[1,4],", "\"shape\":[2,2],"),
        "tensor lstm.0.recurrent_weights must have shape [1, 4], has [2, 2]");
    assertRefused(
        changed("\"shape\":[1,3],", "\"shape\":[3,1],"), "tensor head.1.bias must have shape [1]");
  }

  @Test
  void refusesMissingAndUnknownTensors() {
    assertRefused(changed("lstm.0.bias", "lstm.0.baas"), "tensor lstm.0.bias is missing");
    assertRefused(
        changed("\"head\":\"affine,softmax\"", "\"head\":\"softmax\""),
        "head.0.weights is missing");
    LstmParameters withoutAffine =
        new LstmParameters(SMALL.recurrent(), List.of(SMALL.head().getLast()));
    SafetensorsFile file = parsed(SafetensorsCodec.write(withoutAffine));
    file = with(file, "extra", Tensor.vector(new float[] {1}));
    assertRefused(file.toBytes(), "tensors of unknown names: [extra]");
  }

  @Test
  void refusesADoubledName() {
    assertRefused(changed("head.0.scale", "head.0.shift"), "Duplicate");
  }

  @Test
  void refusesForeignMetadata() {
    assertRefused(changed("ml-trading-lstm-1", "somebody-elses-99"), "metadata format must be");
    assertRefused(
        changed("tanh,forget,output,input", "input,forget,output,tanh"), "metadata gates");
    assertRefused(changed("\"recurrent_layers\":\"1\"", "\"recurrent_layers\":\"0\""), "1 to 16");
    assertRefused(changed("\"format\":", "\"Format\":"), "metadata format is missing");
    assertRefused(changed("affine,softmax", "affine,sigmoid"), "has 'sigmoid'");
    assertRefused(changed("affine,softmax", "affine,relu"), "only the last head layer may");
  }

  @Test
  void refusesWeightsThatAreNoNumbers() {
    byte[] bytes = SafetensorsCodec.write(SMALL);
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putFloat(bytes.length - 12, Float.NaN);
    assertRefused(bytes, "tensor head.1.bias must be finite, value 0 is NaN");
    LstmParameters infinite =
        new LstmParameters(
            SMALL.recurrent(),
            List.of(
                new Affine(new float[] {Float.POSITIVE_INFINITY}, new float[1]),
                SMALL.head().getLast()));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SafetensorsCodec.write(infinite))
        .withMessage("tensor head.0.scale must be finite, value 0 is Infinity");
  }

  /** Whatever the damage, the answer is a network or a refusal, never another exception. */
  @Property
  void anyDamageIsRefusedOrHarmless(@ForAll("damaged") byte[] bytes) {
    try {
      assertThat(SafetensorsCodec.read(bytes).inputs()).isPositive();
    } catch (ArtifactFormatException refused) {
      assertThat(refused).hasMessageMatching("(?s)[a-zA-Z_].{10,}");
    }
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    byte[] whole = SafetensorsCodec.write(SMALL);
    return Arbitraries.integers()
        .between(0, whole.length - 1)
        .flatMap(
            at ->
                Arbitraries.bytes()
                    .map(
                        value -> {
                          byte[] copy = whole.clone();
                          copy[at] = value;
                          return copy;
                        }));
  }

  private static void assertRefused(byte[] bytes, String reason) {
    assertThatExceptionOfType(ArtifactFormatException.class)
        .isThrownBy(() -> SafetensorsCodec.read(bytes))
        .withMessageContaining(reason);
  }

  /** The small network's file with a piece of its header replaced. */
  private static byte[] changed(String piece, String replacement) {
    byte[] bytes = SafetensorsCodec.write(SMALL);
    int headerLength = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String header = new String(bytes, 8, headerLength, StandardCharsets.UTF_8);
    assertThat(header).contains(piece);
    byte[] json = header.replace(piece, replacement).getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + bytes.length - 8 - headerLength)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .put(bytes, 8 + headerLength, bytes.length - 8 - headerLength)
        .array();
  }

  private static byte[] file(String header, int dataLength) {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(8 + json.length + dataLength)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(json.length)
        .put(json)
        .array();
  }

  private static SafetensorsFile parsed(byte[] bytes) {
    try {
      return SafetensorsFile.parse(bytes);
    } catch (ArtifactFormatException e) {
      throw new AssertionError(e);
    }
  }

  private static SafetensorsFile with(SafetensorsFile file, String name, Tensor tensor) {
    var tensors = new LinkedHashMap<>(file.tensors());
    tensors.put(name, tensor);
    return new SafetensorsFile(file.metadata(), tensors);
  }

  private static LstmParameters network(int inputs, int first, int second, int hidden) {
    return new LstmParameters(
        List.of(
            new Lstm(
                inputs,
                first,
                values(inputs * 4 * first),
                values(first * 4 * first),
                values(4 * first)),
            new Lstm(
                first,
                second,
                values(first * 4 * second),
                values(second * 4 * second),
                values(4 * second))),
        List.of(
            new Dense(second, hidden, values(second * hidden), values(hidden), Activation.RELU),
            new Dense(hidden, 3, values(hidden * 3), values(3), Activation.SOFTMAX)));
  }

  /** Bits of every kind of finite float: normal, subnormal, both zeros. */
  private static float[] values(int length) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      float value = Float.intBitsToFloat(i * 0x9E3779B1);
      values[i] = Float.isFinite(value) ? value : i;
    }
    return values;
  }
}
