package com.aicashevolution.trainer.proof;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.leak.Learner;
import java.util.Arrays;

/**
 * Remembers: the labels of the nearest training samples by their newest row. Where neighbours in
 * time lie on both sides of a split it needs to learn nothing to know everything.
 */
final class NearestNeighbours implements Learner {

  private static final int NEIGHBOURS = 5;
  private static final int FEATURES = FeatureSchema.FEATURES;

  @Override
  public float[] answers(Fold fold, Standardizer standardizer) {
    float[] known = newestRows(fold.train(), standardizer);
    float[] asked = newestRows(fold.test(), standardizer);
    int[] labels = fold.train().labels();
    float[] answers = new float[fold.test().size() * Direction.COUNT];
    for (int i = 0; i < fold.test().size(); i++) {
      float[] nearest = new float[NEIGHBOURS];
      int[] votes = new int[NEIGHBOURS];
      Arrays.fill(nearest, Float.MAX_VALUE);
      for (int j = 0; j < labels.length; j++) {
        insert(distance(asked, i, known, j, nearest[NEIGHBOURS - 1]), labels[j], nearest, votes);
      }
      for (int n = 0; n < NEIGHBOURS; n++) {
        answers[i * Direction.COUNT + votes[n]] += 1f / NEIGHBOURS;
      }
    }
    return answers;
  }

  /** Squared; not finished once it exceeds {@code most}. */
  private static float distance(float[] a, int i, float[] b, int j, float most) {
    float sum = 0;
    for (int f = 0; f < FEATURES && sum <= most; f++) {
      float d = a[i * FEATURES + f] - b[j * FEATURES + f];
      sum += d * d;
    }
    return sum;
  }

  private static void insert(float distance, int label, float[] nearest, int[] votes) {
    int at = NEIGHBOURS - 1;
    if (distance >= nearest[at]) {
      return;
    }
    while (at > 0 && nearest[at - 1] > distance) {
      nearest[at] = nearest[at - 1];
      votes[at] = votes[at - 1];
      at--;
    }
    nearest[at] = distance;
    votes[at] = label;
  }

  private static float[] newestRows(SampleSet samples, Standardizer standardizer) {
    float[] rows = new float[samples.size() * FEATURES];
    float[] window = new float[FeatureWindow.LENGTH];
    for (int i = 0; i < samples.size(); i++) {
      samples.copyWindow(i, standardizer, window, 0);
      System.arraycopy(window, FeatureWindow.LENGTH - FEATURES, rows, i * FEATURES, FEATURES);
    }
    return rows;
  }
}
