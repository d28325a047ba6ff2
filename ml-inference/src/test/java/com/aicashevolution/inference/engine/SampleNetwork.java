package com.aicashevolution.inference.engine;

import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.lstm.LstmParameters.Activation;
import com.aicashevolution.lstm.LstmParameters.Dense;
import com.aicashevolution.lstm.LstmParameters.Lstm;
import com.aicashevolution.model.GoldenVector;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small network with random weights, the same for the same seed. */
final class SampleNetwork {

  static final List<Integer> LSTM_UNITS = List.of(6, 4);
  static final int DENSE_UNITS = 5;

  private SampleNetwork() {}

  static LstmParameters parameters(long seed) {
    Random random = new Random(seed);
    int first = LSTM_UNITS.getFirst();
    int second = LSTM_UNITS.getLast();
    return new LstmParameters(
        List.of(lstm(FeatureSchema.FEATURES, first, random), lstm(first, second, random)),
        List.of(
            dense(second, DENSE_UNITS, Activation.RELU, random),
            dense(DENSE_UNITS, LstmParameters.CLASSES, Activation.SOFTMAX, random)));
  }

  /** Windows and this network's own answers to them, standing for the training library's. */
  static List<GoldenVector> golden(LstmParameters parameters, long seed) {
    Random random = new Random(seed);
    LstmForward forward = LstmForward.of(parameters);
    LstmForward.Scratch scratch = forward.newScratch(1);
    List<GoldenVector> golden = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      float[] input = values(FeatureWindow.LENGTH, 1, random);
      float[] logits = new float[LstmParameters.CLASSES];
      forward.logits(input, 0, 1, logits, scratch);
      golden.add(new GoldenVector(input, TemperatureScaling.NONE.applyAll(logits)));
    }
    return golden;
  }

  private static Lstm lstm(int inputs, int units, Random random) {
    int columns = LstmParameters.GATES * units;
    return new Lstm(
        inputs,
        units,
        values(inputs * columns, 0.5, random),
        values(units * columns, 0.5, random),
        values(columns, 0.5, random));
  }

  private static Dense dense(int inputs, int units, Activation activation, Random random) {
    return new Dense(
        inputs, units, values(inputs * units, 1, random), values(units, 1, random), activation);
  }

  private static float[] values(int count, double scale, Random random) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return values;
  }
}
