package com.aicashevolution.trainer.attribution;

import com.aicashevolution.attribution.Attribution;
import com.aicashevolution.attribution.GlobalImportance;
import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.attribution.ServedModel;
import com.aicashevolution.attribution.ShapleyAttribution;
import com.aicashevolution.attribution.Workspace;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.lstm.LstmForward;
import com.aicashevolution.lstm.LstmParameters;
import com.aicashevolution.trainer.dataset.SampleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What a network uses, and the windows it is explained against.
 *
 * @param background standardized, row-major {@code [n, 20, 17]}, in order of time
 */
public record AttributedNetwork(IndicatorImportance importance, float[] background) {

  /** Windows that are explained at most; each costs some two thousand passes of the kernel. */
  private static final int EXPLAINED = 64;

  /**
   * Explains unseen windows against training windows. A pure function of its arguments; takes
   * seconds.
   *
   * @param calibration of the answers that are served
   * @param seed decides which training windows are the background, and every order
   */
  public static AttributedNetwork of(
      LstmParameters parameters,
      TemperatureScaling calibration,
      Standardizer standardizer,
      Samples samples,
      long seed) {
    float[] background = background(samples.training(), standardizer, seed);
    ShapleyAttribution shapley = ShapleyAttribution.overIndicators(background, seed);
    Workspace workspace =
        shapley.newWorkspace(new ServedModel(LstmForward.of(parameters), calibration));
    List<Attribution> attributions = new ArrayList<>();
    float[] window = new float[FeatureWindow.LENGTH];
    int count = Math.min(EXPLAINED, samples.unseen().size());
    for (int i = 0; i < count; i++) {
      int sample = (int) ((long) i * samples.unseen().size() / count);
      samples.unseen().copyWindow(sample, standardizer, window, 0);
      attributions.add(shapley.explain(window, 0, workspace));
    }
    int backgroundWindows = background.length / FeatureWindow.LENGTH;
    return new AttributedNetwork(
        new IndicatorImportance(
            IndicatorImportance.byName(GlobalImportance.of(attributions)),
            backgroundWindows,
            count,
            2 * backgroundWindows,
            seed,
            worstGap(attributions)),
        background);
  }

  /**
   * Which samples take part.
   *
   * @param training what the network was fitted on; the background is drawn from it
   * @param unseen what it was not fitted on; windows to explain are spread evenly over it
   */
  public record Samples(SampleSet training, SampleSet unseen) {

    public Samples {
      if (training.size() == 0 || unseen.size() == 0) {
        throw new IllegalArgumentException(
            "attribution needs samples to start from and to explain, had "
                + training.size()
                + " and "
                + unseen.size());
      }
    }
  }

  /** Distinct samples, each set of them as likely as any other (Floyd's sampling, 1987). */
  private static float[] background(SampleSet training, Standardizer standardizer, long seed) {
    int count = Math.min(ShapleyAttribution.DEFAULT_BACKGROUND, training.size());
    SplittableRandom random = new SplittableRandom(seed);
    boolean[] drawn = new boolean[training.size()];
    for (int last = training.size() - count; last < training.size(); last++) {
      // high bits of 32 x bound: nextLong alone is specified, nextInt(bound) may change
      int candidate = (int) (((random.nextLong() >>> 32) * (last + 1)) >>> 32);
      drawn[drawn[candidate] ? last : candidate] = true;
    }
    float[] windows = new float[count * FeatureWindow.LENGTH];
    int n = 0;
    for (int i = 0; i < drawn.length; i++) {
      if (drawn[i]) {
        training.copyWindow(i, standardizer, windows, n++ * FeatureWindow.LENGTH);
      }
    }
    return windows;
  }

  private static double worstGap(List<Attribution> attributions) {
    double worst = 0;
    for (Attribution attribution : attributions) {
      for (int output = 0; output < attribution.outputs(); output++) {
        worst = Math.max(worst, attribution.efficiencyGap(output));
      }
    }
    return worst;
  }
}
