package com.aicashevolution.inference.tensor;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.inference.onnx.OnnxExport;
import java.util.List;

/**
 * Raw feature windows one behind the other, as they are journalled: not standardized, oldest row
 * first, features in the order of the schema.
 *
 * @param values row-major {@code [n, 20, 17]}, every one finite; treated as immutable
 */
public record WindowTensor(float[] values) {

  /** Name of the tensor, the same as in an exported ONNX file. */
  public static final String NAME = OnnxExport.INPUT;

  /** Name of what comes out, {@code [n, 3]} in class order, the same as in an exported file. */
  public static final String ANSWER = OnnxExport.OUTPUT;

  /** Most windows at once. */
  public static final int MAX_WINDOWS = 256;

  public WindowTensor {
    int windows = values.length / FeatureWindow.LENGTH;
    if (windows < 1 || windows > MAX_WINDOWS || values.length != windows * FeatureWindow.LENGTH) {
      throw new IllegalArgumentException(
          "windows must be 1 to %d of %d values, were %d values"
              .formatted(MAX_WINDOWS, FeatureWindow.LENGTH, values.length));
    }
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        throw new IllegalArgumentException(
            "windows value " + i + " must be finite, was " + values[i]);
      }
    }
  }

  /** How many windows these are. */
  public int windows() {
    return values.length / FeatureWindow.LENGTH;
  }

  /** Rows, columns and windows, outermost first. */
  public static List<Integer> shape(int windows) {
    return List.of(windows, FeatureSchema.WINDOW_BARS, FeatureSchema.FEATURES);
  }
}
