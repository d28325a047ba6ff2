package com.aicashevolution.platform.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aicashevolution.feature.FeatureWindow;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackgroundCodecTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64, 128})
  void readsBackTheSameBits(int count) throws Exception {
    float[] windows = windows(count);
    byte[] bytes = BackgroundCodec.write(windows);

    assertThat(bits(BackgroundCodec.read(bytes))).isEqualTo(bits(windows));
    assertThat(BackgroundCodec.write(windows)).isEqualTo(bytes);
    assertThat(bytes).hasSizeLessThan(count * FeatureWindow.LENGTH * Float.BYTES + 256);
  }

  @Test
  void refusesToWriteWhatIsNoBackground() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackgroundCodec.write(new float[0]))
        .withMessage("background must be 1 to 128 windows of 340 values, had 0 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackgroundCodec.write(new float[341]))
        .withMessageContaining("had 341 values");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackgroundCodec.write(new float[129 * FeatureWindow.LENGTH]))
        .withMessageContaining("had 43860 values");
    float[] broken = windows(2);
    broken[400] = Float.NaN;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BackgroundCodec.write(broken))
        .withMessage("background must be finite, value 400 is NaN");
  }

  @Test
  void refusesToReadWhatIsNoBackground() {
    refuses("format must be 'ml-trading-background-1', is 'null'", Map.of(), 1, 20, 17);
    Map<String, String> format = Map.of("format", "ml-trading-background-1");
    refuses("tensor windows must have shape [1, 20, 17], has [1, 17, 20]", format, 1, 17, 20);
    refuses("tensor windows must have at most 128 windows, has 129", format, 129, 20, 17);
    refuses("tensor windows must have 3 dimensions, has shape [340]", format, 340);
    byte[] bytes = BackgroundCodec.write(windows(1));
    assertThatExceptionOfType(ArtifactFormatException.class)
        .isThrownBy(() -> BackgroundCodec.read(Arrays.copyOf(bytes, bytes.length - 1)));
    assertThatExceptionOfType(ArtifactFormatException.class)
        .isThrownBy(
            () ->
                BackgroundCodec.read(new SafetensorsFile(format, new LinkedHashMap<>()).toBytes()));
  }

  private static void refuses(String why, Map<String, String> metadata, Integer... shape) {
    int values = Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put("windows", new Tensor(List.of(shape), new float[values]));
    byte[] bytes = new SafetensorsFile(metadata, tensors).toBytes();
    assertThatExceptionOfType(ArtifactFormatException.class)
        .isThrownBy(() -> BackgroundCodec.read(bytes))
        .withMessageContaining(why);
  }

  /** Floats of all magnitudes. */
  private static float[] windows(int count) {
    SplittableRandom random = new SplittableRandom(count);
    float[] windows = new float[count * FeatureWindow.LENGTH];
    for (int i = 0; i < windows.length; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      windows[i] = Float.isFinite(value) ? value : -0f;
    }
    return windows;
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    Arrays.setAll(bits, i -> Float.floatToRawIntBits(values[i]));
    return bits;
  }
}
