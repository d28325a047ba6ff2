package com.aicashevolution.platform.artifact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tensors of a file, taken away one by one so that what nobody asked for is noticed. */
final class TensorShelf {

  private final Map<String, Tensor> left;

  TensorShelf(Map<String, Tensor> tensors) {
    left = new LinkedHashMap<>(tensors);
  }

  Tensor vector(String name) throws ArtifactFormatException {
    return take(name, 1);
  }

  Tensor matrix(String name) throws ArtifactFormatException {
    return take(name, 2);
  }

  /** The values of a tensor that must have {@code shape}. */
  float[] take(String name, List<Integer> shape) throws ArtifactFormatException {
    Tensor tensor = take(name, shape.size());
    if (!tensor.shape().equals(shape)) {
      throw new ArtifactFormatException(
          "tensor " + name + " must have shape " + shape + ", has " + tensor.shape());
    }
    return tensor.values();
  }

  void requireEmpty() throws ArtifactFormatException {
    if (!left.isEmpty()) {
      throw new ArtifactFormatException(
          "weights have tensors of unknown names: " + left.keySet().stream().sorted().toList());
    }
  }

  private Tensor take(String name, int dimensions) throws ArtifactFormatException {
    Tensor tensor = left.remove(name);
    if (tensor == null) {
      throw new ArtifactFormatException("tensor " + name + " is missing");
    }
    if (tensor.shape().size() != dimensions) {
      throw new ArtifactFormatException(
          "tensor "
              + name
              + " must have "
              + dimensions
              + " dimensions, has shape "
              + tensor.shape());
    }
    int at = tensor.firstNotFinite();
    if (at >= 0) {
      throw new ArtifactFormatException(
          "tensor " + name + " must be finite, value " + at + " is " + tensor.values()[at]);
    }
    return tensor;
  }
}
