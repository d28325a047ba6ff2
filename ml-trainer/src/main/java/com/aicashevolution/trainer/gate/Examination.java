package com.aicashevolution.trainer.gate;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.EvaluationReport;
import com.aicashevolution.evaluation.Skill;
import com.aicashevolution.evaluation.TradeRisk;
import com.aicashevolution.evaluation.TradingMetrics;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import com.aicashevolution.signal.SignalPolicy;
import com.aicashevolution.trainer.dataset.SampleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures answers on samples that whoever answers was not fitted on. Immutable, thread-safe.
 *
 * <p>Skill is measured against every baseline, and against the best constant answer of the samples
 * themselves, which nobody could have known beforehand: the prior of a training part can only be as
 * good or worse.
 */
final class Examination {

  /** In skills: the most frequent class of the very samples that are judged. */
  static final String BEST_CONSTANT = "best_constant";

  /** Bars per block of the bootstrap, in horizons: labels further apart share no bar. */
  private static final int BLOCK_HORIZONS = 4;

  private static final long SECONDS_PER_DAY = 86_400;

  private final SampleSet samples;
  private final Map<String, float[]> baselines;
  private final int blockBars;
  private final int[] labels;
  private final long[] instants;

  /**
   * Prepares an examination.
   *
   * @param baselines name to probabilities, row-major {@code [samples.size(), 3]}
   * @param horizonBars of the labels
   */
  Examination(SampleSet samples, Map<String, float[]> baselines, int horizonBars) {
    this.samples = samples;
    this.baselines = Map.copyOf(baselines);
    this.blockBars = BLOCK_HORIZONS * horizonBars;
    this.labels = samples.labels();
    this.instants = new long[samples.size()];
    for (int i = 0; i < instants.length; i++) {
      instants[i] = samples.openEpochSecond(i);
    }
  }

  /** Everything about {@code probabilities}, beside the baselines. */
  EvaluationReport report(float[] probabilities) {
    Map<String, ClassificationMetrics> judged = new TreeMap<>();
    baselines.forEach((name, its) -> judged.put(name, ClassificationMetrics.of(labels, its)));
    return new EvaluationReport(
        ClassificationMetrics.of(labels, probabilities), judged, trading(probabilities));
  }

  ResampledMean accuracy(float[] probabilities) {
    return BlockBootstrap.of(instants, right(probabilities), blockBars);
  }

  /** Skill over each of the named baselines. */
  Map<String, Skill> skillOver(Set<String> names, float[] probabilities, double confidence) {
    double[] right = right(probabilities);
    Map<String, Skill> skills = new TreeMap<>();
    baselines.forEach(
        (name, its) -> {
          if (names.contains(name)) {
            skills.put(name, skill(right, right(its), confidence));
          }
        });
    return skills;
  }

  /** Skill over the best constant answer. */
  Skill skillOverBestConstant(float[] probabilities, double confidence) {
    return skill(right(probabilities), rightAlways(mostFrequent()), confidence);
  }

  private Skill skill(double[] right, double[] baseline, double confidence) {
    double[] differences = new double[right.length];
    for (int i = 0; i < right.length; i++) {
      differences[i] = right[i] - baseline[i];
    }
    return BlockBootstrap.of(instants, differences, blockBars).skill(confidence);
  }

  private double[] right(float[] probabilities) {
    double[] right = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      right[i] = at(probabilities, i).mostProbable().ordinal() == labels[i] ? 1 : 0;
    }
    return right;
  }

  private double[] rightAlways(int answer) {
    double[] right = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      right[i] = answer == labels[i] ? 1 : 0;
    }
    return right;
  }

  private int mostFrequent() {
    int[] counts = samples.classCounts();
    int best = 0;
    for (int c = 1; c < counts.length; c++) {
      best = counts[c] > counts[best] ? c : best;
    }
    return best;
  }

  private TradingMetrics trading(float[] probabilities) {
    List<Direction> decisions = new ArrayList<>(labels.length);
    double[] resultsAtr = new double[labels.length];
    for (int i = 0; i < labels.length; i++) {
      Direction acted = acted(probabilities, i);
      decisions.add(acted);
      resultsAtr[i] = samples.resultAtr(i, acted);
    }
    return TradingMetrics.of(decisions, resultsAtr);
  }

  /**
   * Of what each UTC day's signals brought together; their trades overlap, the days' sums hardly.
   */
  TradeRisk dailyRisk(float[] probabilities) {
    NavigableMap<Long, Double> days = new TreeMap<>();
    for (int i = 0; i < labels.length; i++) {
      long day = Math.floorDiv(instants[i], SECONDS_PER_DAY);
      days.merge(day, (double) samples.resultAtr(i, acted(probabilities, i)), Double::sum);
    }
    return TradeRisk.of(days.values().stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static Direction acted(float[] probabilities, int i) {
    return SignalPolicy.decide(at(probabilities, i), 1.0).acted();
  }

  private static Probabilities at(float[] probabilities, int i) {
    int at = i * Direction.COUNT;
    return new Probabilities(probabilities[at], probabilities[at + 1], probabilities[at + 2]);
  }
}
