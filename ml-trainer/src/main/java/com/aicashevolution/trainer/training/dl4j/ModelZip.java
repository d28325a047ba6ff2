package com.aicashevolution.trainer.training.dl4j;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;

/** DL4J's own file of a network, without the state of its optimiser. */
final class ModelZip {

  private ModelZip() {}

  static byte[] write(MultiLayerNetwork network) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      ModelSerializer.writeModel(network, out, false);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("memory cannot be full of a small network", e);
    }
  }

  static MultiLayerNetwork read(byte[] zip) {
    try {
      return ModelSerializer.restoreMultiLayerNetwork(new ByteArrayInputStream(zip), false);
    } catch (IOException e) {
      throw new UncheckedIOException("not a DL4J network", e);
    }
  }
}
