package com.aicashevolution.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Bodies of requests. */
final class Requests {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Requests() {}

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A small network for {@link RunningStack#SYMBOLS}, one seed on two folds. */
  static ObjectNode smallTraining(long seed, int epochs, double learningRate) {
    ObjectNode request = JSON.createObjectNode();
    request.put("seed", seed);
    ObjectNode settings = request.putObject("hyperparameters");
    settings.putArray("lstm_units").add(32).add(16);
    settings.put("batch_size", 128).put("max_epochs", epochs).put("folds", 2).put("seeds", 1);
    settings.put("learning_rate", learningRate);
    return request;
  }

  static ObjectNode prediction(String symbol) {
    return JSON.createObjectNode().put("symbol", symbol);
  }
}
