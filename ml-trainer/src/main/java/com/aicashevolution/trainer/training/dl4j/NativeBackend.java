package com.aicashevolution.trainer.training.dl4j;

import java.util.Arrays;
import java.util.Map;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Loads ND4J's native library and lets it multiply two matrices whose product is known.
 *
 * <p>Run as a program while the trainer's image is made: JavaCPP unpacks the library (323 MB) into
 * {@code org.bytedeco.javacpp.cachedir} at its first use, so the image holds it and its file system
 * can be read-only. An image whose library does not load here, or computes something else, is not
 * made.
 */
public final class NativeBackend {

  private static final Logger log = LoggerFactory.getLogger(NativeBackend.class);

  private static final float[][] LEFT = {{1, 2, 3}, {4, 5, 6}};
  private static final float[][] RIGHT = {{7, 8}, {9, 10}, {11, 12}};

  /**
   * LEFT · RIGHT by hand: small whole numbers, exact in float32 in whatever order they are added.
   */
  private static final float[] PRODUCT = {58, 64, 139, 154};

  private NativeBackend() {}

  /** Ends with 1 and the reason where the library does not load or does not multiply. */
  public static void main(String[] args) {
    try {
      log.info("ND4J computes: {}", load(System.getenv("OMP_NUM_THREADS")));
    } catch (Exception | LinkageError failed) {
      log.error("ND4J's native library is of no use here: {}", reason(failed));
      System.exit(1);
    }
  }

  private static Map<String, String> load(String ompNumThreads) {
    SingleThreadedBlas.require(ompNumThreads);
    requireProduct(multiply());
    return LibraryProvenance.read();
  }

  private static float[] multiply() {
    try (INDArray left = Nd4j.createFromArray(LEFT);
        INDArray right = Nd4j.createFromArray(RIGHT);
        INDArray product = left.mmul(right)) {
      return RowMajor.of(product);
    }
  }

  /**
   * Refuses what is not the product, bit for bit.
   *
   * @throws IllegalStateException with both
   */
  static void requireProduct(float[] computed) {
    if (!Arrays.equals(computed, PRODUCT)) {
      throw new IllegalStateException(
          "it multiplied to "
              + Arrays.toString(computed)
              + " instead of "
              + Arrays.toString(PRODUCT));
    }
  }

  /** The innermost cause: ND4J wraps what the linker says twice. */
  private static String reason(Throwable failed) {
    Throwable innermost = failed;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return innermost.toString();
  }
}
