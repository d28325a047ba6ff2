package com.aicashevolution.trainer.bench.kernel;

import com.aicashevolution.trainer.training.dl4j.FitContestant;
import com.aicashevolution.trainer.training.dl4j.OutputContender;

/** Who computes the network. */
public enum Contender {
  KERNEL("the kernel", 0),
  ONNX_RUNTIME("ONNX Runtime", 1e-5),
  PYTORCH("PyTorch through DJL", 1e-5),
  DL4J("DL4J output()", 1e-6);

  private static final String ABSENT = "absent";

  private final String title;
  private final double tolerance;

  Contender(String title, double tolerance) {
    this.title = title;
    this.tolerance = tolerance;
  }

  String title() {
    return title;
  }

  /** Its version; "absent" where its native library is not for this machine. */
  String version() {
    try {
      return switch (this) {
        case KERNEL -> "of this build";
        case ONNX_RUNTIME -> OnnxForward.version();
        case PYTORCH -> PyTorchForward.version();
        case DL4J -> FitContestant.versions().toString();
      };
    } catch (RuntimeException | LinkageError unavailable) {
      return ABSENT;
    }
  }

  boolean isPresent() {
    return !version().equals(ABSENT);
  }

  /** Opens it for the first {@code count} windows of {@code material}. */
  Forward open(Material material, int count) {
    float[] windows = material.windows(count);
    return switch (this) {
      case KERNEL -> new KernelForward(material.network(), windows);
      case ONNX_RUNTIME -> new OnnxForward(material.network(), windows);
      case PYTORCH -> new PyTorchForward(material.network(), windows);
      case DL4J -> new OutputContender(material.modelZip(), windows);
    };
  }

  /**
   * How far its answers are from the material's, at most; the kernel's must be the very bits,
   * whatever vectors its virtual machine has.
   *
   * @throws IllegalStateException if that is too far to compare times
   */
  double difference(Material material, float[] answers) {
    double worst = 0;
    for (int i = 0; i < answers.length; i++) {
      double gap = Math.abs((double) answers[i] - material.answers()[i]);
      worst = gap > worst || Double.isNaN(gap) ? gap : worst;
    }
    if (!(worst <= tolerance)) {
      throw new IllegalStateException(
          "%s answers otherwise than the kernel, by %s where %s is allowed: nothing to compare"
              .formatted(title, worst, tolerance));
    }
    return worst;
  }
}
