package com.aicashevolution.trainer.training.baseline.tribuo;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.training.baseline.Baseline;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Prediction;
import org.tribuo.Trainer;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.classification.xgboost.XGBoostClassificationTrainer;
import org.tribuo.common.xgboost.XGBoostTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/**
 * A textbook classifier on the windows a network reads: standardized on the same fold, each window
 * flattened to its newest row and the means of its columns, 34 inputs.
 *
 * <p>At most {@value #MAX_TRAIN} windows are fitted on, spread evenly over the training part: more
 * cost minutes and move the figures by less than their intervals. One thread and a fixed seed each,
 * so the same fold gives the same answers.
 */
public final class TribuoBaseline implements Baseline {

  private static final int MAX_TRAIN = 6_000;
  private static final int SCORING_BATCH = 4_096;
  private static final long SEED = 20_261_101L;
  private static final LabelFactory LABELS = new LabelFactory();
  private static final String[] INPUTS =
      IntStream.range(0, 2 * FeatureSchema.FEATURES)
          .mapToObj(i -> String.format(Locale.ROOT, "x%02d", i))
          .toArray(String[]::new);

  /** Given to a class the training part never saw, before the three are scaled to sum to 1. */
  private static final float LEAST = 1e-6f;

  private final String name;
  private final SampleWeighting weighting;
  private final Supplier<Trainer<Label>> trainers;

  private TribuoBaseline(
      String name, SampleWeighting weighting, Supplier<Trainer<Label>> trainers) {
    this.name = name;
    this.weighting = weighting;
    this.trainers = trainers;
  }

  /** Multinomial logistic regression: AdaGrad, ten epochs in batches of 32. */
  public static TribuoBaseline logisticRegression(SampleWeighting weighting) {
    return new TribuoBaseline(
        "logistic_regression",
        weighting,
        () -> new LinearSGDTrainer(new LogMulticlass(), new AdaGrad(0.1), 10, -1, 32, SEED));
  }

  /** Gradient-boosted trees by XGBoost (Chen, Guestrin, 2016): 60 trees of depth 4, rate 0.1. */
  public static TribuoBaseline boostedTrees(SampleWeighting weighting) {
    return new TribuoBaseline(
        "boosted_trees",
        weighting,
        () ->
            new XGBoostClassificationTrainer(
                XGBoostTrainer.BoosterType.GBTREE,
                XGBoostTrainer.TreeMethod.HIST,
                60,
                0.1,
                0,
                4,
                20,
                0.8,
                0.8,
                1,
                0,
                1,
                XGBoostTrainer.LoggingVerbosity.SILENT,
                SEED));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean learned() {
    return true;
  }

  @Override
  public float[] probabilities(Fold fold) {
    Standardizer standardizer = Standardizer.fit(fold.standardizing());
    Model<Label> model = trainers.get().train(training(fold.train(), standardizer));
    SampleSet test = fold.test();
    float[] probabilities = new float[test.size() * Direction.COUNT];
    for (int from = 0; from < test.size(); from += SCORING_BATCH) {
      int to = Math.min(from + SCORING_BATCH, test.size());
      List<Example<Label>> examples = new ArrayList<>(to - from);
      for (int i = from; i < to; i++) {
        examples.add(example(LabelFactory.UNKNOWN_LABEL, test, i, standardizer));
      }
      int row = from;
      for (Prediction<Label> prediction : model.predict(examples)) {
        write(prediction.getOutputScores(), probabilities, row * Direction.COUNT);
        row++;
      }
    }
    return probabilities;
  }

  private MutableDataset<Label> training(SampleSet train, Standardizer standardizer) {
    MutableDataset<Label> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance(name, LABELS), LABELS);
    float[] weights = weighting.weights(train);
    int count = Math.min(MAX_TRAIN, train.size());
    for (int i = 0; i < count; i++) {
      int sample = (int) ((long) i * train.size() / count);
      Example<Label> example =
          example(new Label(train.label(sample).name()), train, sample, standardizer);
      example.setWeight(weights[sample]);
      dataset.add(example);
    }
    return dataset;
  }

  private static Example<Label> example(
      Label label, SampleSet samples, int i, Standardizer standardizer) {
    float[] window = new float[FeatureWindow.LENGTH];
    samples.copyWindow(i, standardizer, window, 0);
    double[] inputs = new double[INPUTS.length];
    int newest = FeatureWindow.LENGTH - FeatureSchema.FEATURES;
    for (int f = 0; f < FeatureSchema.FEATURES; f++) {
      double sum = 0;
      for (int row = 0; row < FeatureSchema.WINDOW_BARS; row++) {
        sum += window[row * FeatureSchema.FEATURES + f];
      }
      inputs[f] = window[newest + f];
      inputs[FeatureSchema.FEATURES + f] = sum / FeatureSchema.WINDOW_BARS;
    }
    return new ArrayExample<>(label, INPUTS, inputs);
  }

  private static void write(Map<String, Label> scores, float[] probabilities, int at) {
    float sum = 0;
    for (Direction direction : Direction.values()) {
      Label label = scores.get(direction.name());
      float score = label == null ? LEAST : Math.max(LEAST, (float) label.getScore());
      probabilities[at + direction.ordinal()] = score;
      sum += score;
    }
    for (int c = 0; c < Direction.COUNT; c++) {
      probabilities[at + c] /= sum;
    }
  }
}
