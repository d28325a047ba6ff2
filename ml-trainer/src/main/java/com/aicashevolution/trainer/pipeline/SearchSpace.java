package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Where a search looks, around what the run would use without it: learning rate times a quarter to
 * four, L2 from 1e-7 to 1e-3 (both on a logarithmic scale), dropout 0 to 0.4, batches half, as
 * large and twice as large, layers half, as wide and one and a half times as wide, class weight
 * power 0 to 1. Epochs, patience and the weights of samples stay.
 */
final class SearchSpace {

  private SearchSpace() {}

  /** Candidates that follow from {@code seed} alone; the first is {@code centre} itself. */
  static List<Hyperparameters> candidates(Hyperparameters centre, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Hyperparameters> candidates = new ArrayList<>();
    candidates.add(centre);
    while (candidates.size() < count) {
      candidates.add(draw(centre, random));
    }
    return candidates;
  }

  private static Hyperparameters draw(Hyperparameters centre, SplittableRandom random) {
    Architecture architecture = centre.architecture();
    Optimisation optimisation = centre.optimisation();
    double width = pick(random, 0.5, 1, 1.5);
    double learningRate =
        Math.clamp(optimisation.learningRate() * logUniform(random, 0.25, 4), 1e-6, 0.5);
    double l2 = logUniform(random, 1e-7, 1e-3);
    double dropout = pick(random, 0, 0.1, 0.2, 0.3, 0.4);
    double batch = pick(random, 0.5, 1, 2);
    double classWeightPower = pick(random, 0, 0.25, 0.5, 0.75, 1);
    return new Hyperparameters(
        new Architecture(
            architecture.lstmUnits().stream().map(units -> scaled(units, width, 1_024)).toList(),
            scaled(architecture.denseUnits(), width, 1_024),
            dropout,
            architecture.batchNorm()),
        new Optimisation(
            learningRate,
            l2,
            scaled(optimisation.batchSize(), batch, 8_192),
            optimisation.maxEpochs(),
            optimisation.patienceEpochs(),
            classWeightPower,
            optimisation.sampleWeighting()));
  }

  private static int scaled(int value, double factor, int most) {
    return Math.clamp(Math.round(value * factor), 1, most);
  }

  private static double logUniform(SplittableRandom random, double from, double to) {
    return from * Math.pow(to / from, random.nextDouble());
  }

  private static double pick(SplittableRandom random, double... values) {
    return values[random.nextInt(values.length)];
  }
}
