package com.aicashevolution.inference.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.aicashevolution.feature.FeatureWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowTensorTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 255, 256})
  void holdsUpTo256Windows(int windows) {
    assertThat(new WindowTensor(new float[windows * FeatureWindow.LENGTH]).windows())
        .isEqualTo(windows);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 339, 341, 257 * 340})
  void refusesWhatIsNotAWholeNumberOfWindows(int values) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WindowTensor(new float[values]))
        .withMessage("windows must be 1 to 256 of 340 values, were " + values + " values");
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void refusesWhatIsNotFinite(float value) {
    float[] values = new float[2 * FeatureWindow.LENGTH];
    values[341] = value;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WindowTensor(values))
        .withMessage("windows value 341 must be finite, was " + value);
  }

  @Test
  void hasTheSignatureOfAnExportedFile() {
    assertThat(WindowTensor.NAME).isEqualTo("windows");
    assertThat(WindowTensor.ANSWER).isEqualTo("probabilities");
    assertThat(WindowTensor.shape(3)).containsExactly(3, 20, 17);
  }
}
