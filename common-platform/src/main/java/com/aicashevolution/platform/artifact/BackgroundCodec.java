package com.aicashevolution.platform.artifact;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Writes and reads {@code background.safetensors}: the standardized windows of the training fold
 * against which a version's answers are explained.
 *
 * <pre>
 * __metadata__  format = ml-trading-background-1
 * windows       [n, 20, 17], 1 &le; n &le; 128
 * </pre>
 *
 * <p>Equal windows give equal bytes, and {@code read(write(w))} gives the same bits.
 */
public final class BackgroundCodec {

  /** More would make every explanation dearer than it is worth. */
  public static final int MAX_WINDOWS = 128;

  private static final String FORMAT = "format";
  private static final String FORMAT_1 = "ml-trading-background-1";
  private static final String WINDOWS = "windows";

  private BackgroundCodec() {}

  /**
   * The file of {@code windows}.
   *
   * @param windows standardized, row-major {@code [n, 20, 17]}
   * @throws IllegalArgumentException if they are not 1 to 128 whole windows of finite numbers
   */
  public static byte[] write(float[] windows) {
    int count = windows.length / FeatureWindow.LENGTH;
    if (windows.length % FeatureWindow.LENGTH != 0 || count < 1 || count > MAX_WINDOWS) {
      throw new IllegalArgumentException(
          "background must be 1 to "
              + MAX_WINDOWS
              + " windows of "
              + FeatureWindow.LENGTH
              + " values, had "
              + windows.length
              + " values");
    }
    Tensor tensor = new Tensor(shape(count), windows);
    int at = tensor.firstNotFinite();
    if (at >= 0) {
      throw new IllegalArgumentException(
          "background must be finite, value " + at + " is " + windows[at]);
    }
    SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
    tensors.put(WINDOWS, tensor);
    return new SafetensorsFile(Map.of(FORMAT, FORMAT_1), tensors).toBytes();
  }

  /**
   * The windows in {@code bytes}, row-major {@code [n, 20, 17]}.
   *
   * @throws ArtifactFormatException naming what is wrong
   */
  public static float[] read(byte[] bytes) throws ArtifactFormatException {
    SafetensorsFile file = SafetensorsFile.parse(bytes);
    String format = file.metadata().get(FORMAT);
    if (!FORMAT_1.equals(format)) {
      throw new ArtifactFormatException(
          "metadata " + FORMAT + " must be '" + FORMAT_1 + "', is '" + format + "'");
    }
    Tensor tensor = file.tensors().get(WINDOWS);
    int count = tensor == null ? 0 : tensor.shape().getFirst();
    TensorShelf shelf = new TensorShelf(file.tensors());
    float[] windows = shelf.take(WINDOWS, shape(count));
    if (count > MAX_WINDOWS) {
      throw new ArtifactFormatException(
          "tensor " + WINDOWS + " must have at most " + MAX_WINDOWS + " windows, has " + count);
    }
    shelf.requireEmpty();
    return windows;
  }

  private static List<Integer> shape(int count) {
    return List.of(count, FeatureSchema.WINDOW_BARS, FeatureSchema.FEATURES);
  }
}
