package com.aicashevolution.inference.tensor.web;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.inference.tensor.WindowTensor;
import com.aicashevolution.platform.problem.ProblemException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a tensor's numbers from a token stream straight into floats, each rounded once, however
 * they are nested. Used once and by one thread.
 */
final class TensorDataReader {

  private static final int MAX_LEVELS = 3;
  private static final int MAX_VALUES = WindowTensor.MAX_WINDOWS * FeatureWindow.LENGTH;
  private static final int UNKNOWN = -1;

  private final JsonParser parser;
  private final String path;
  private float[] values = new float[FeatureWindow.LENGTH];
  private int count;

  /** Entries so far of the array that is open at each level. */
  private final int[] entries = new int[MAX_LEVELS];

  /** Entries of the arrays that were closed at each level, which must all be as many. */
  private final int[] lengths = {UNKNOWN, UNKNOWN, UNKNOWN};

  /** Open arrays. */
  private int depth;

  /** Open arrays around a number. */
  private int numbersAt = UNKNOWN;

  /**
   * Creates a reader.
   *
   * @param parser at the array's beginning
   * @param path of the array in the body, for messages
   */
  TensorDataReader(JsonParser parser, String path) {
    this.parser = parser;
    this.path = path;
  }

  /** The numbers; the parser is at the array's end then. */
  TensorData read() throws IOException {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      throw invalid("must be an array of numbers");
    }
    open();
    while (depth > 0) {
      switch (parser.nextToken()) {
        case START_ARRAY -> open();
        case END_ARRAY -> close();
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add();
        default -> throw invalidEntry("must be a number, was " + Shown.of(parser.getText()));
      }
    }
    List<Integer> nesting = new ArrayList<>();
    for (int level = 0; level < MAX_LEVELS && lengths[level] != UNKNOWN; level++) {
      nesting.add(lengths[level]);
    }
    return new TensorData(Arrays.copyOf(values, count), List.copyOf(nesting));
  }

  private void open() {
    if (depth == MAX_LEVELS) {
      throw invalid("must be nested in at most " + MAX_LEVELS + " levels");
    }
    if (depth == numbersAt) {
      throw invalidEntry("must be a number, was an array");
    }
    if (depth > 0) {
      entries[depth - 1]++;
    }
    entries[depth++] = 0;
  }

  private void close() {
    int level = --depth;
    if (lengths[level] == UNKNOWN) {
      lengths[level] = entries[level];
    } else if (lengths[level] != entries[level]) {
      throw invalid(
          "must have equally long arrays at level %d, had %d entries and %d"
              .formatted(level + 1, lengths[level], entries[level]));
    }
  }

  private void add() throws IOException {
    if (numbersAt == UNKNOWN) {
      numbersAt = depth;
    } else if (numbersAt != depth) {
      throw invalidEntry("must be at level " + numbersAt + " like the others, was at " + depth);
    }
    float value = parser.getFloatValue();
    if (!Float.isFinite(value)) {
      throw invalidEntry("must be a finite FP32 number, was " + parser.getText());
    }
    if (count == MAX_VALUES) {
      throw invalid(
          "must have at most %d windows of %d numbers, had more"
              .formatted(WindowTensor.MAX_WINDOWS, FeatureWindow.LENGTH));
    }
    if (count == values.length) {
      values = Arrays.copyOf(values, Math.min(2 * count, MAX_VALUES));
    }
    entries[depth - 1]++;
    values[count++] = value;
  }

  private ProblemException invalid(String message) {
    return ProblemException.invalid(path, null, message);
  }

  /** Entries are counted flat. */
  private ProblemException invalidEntry(String message) {
    return ProblemException.invalid(path + "[" + count + "]", null, message);
  }
}
