package com.aicashevolution.drift;

import com.aicashevolution.drift.DistributionVerdict.Finding;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a model answered about one symbol where it had not been fitted, and how far a window of
 * answers may stray from that: the stability index of the classes it named and of its confidence,
 * with bounds learnt as {@link DriftThresholds} learn theirs.
 *
 * @param answers it was made of
 * @param windowAnswers newest answers that are compared
 * @param classShares how often SELL, HOLD and BUY were the most probable
 * @param confidence shares of the largest probability in {@value #CONFIDENCE_BINS} bins over (0, 1]
 * @param classBound of the index of the classes, &gt; 0
 * @param confidenceBound of the index of the confidence, &gt; 0
 */
public record AnswerReference(
    int answers,
    int windowAnswers,
    List<Double> classShares,
    List<Double> confidence,
    double classBound,
    double confidenceBound) {

  /** Bins of the confidence histogram. */
  public static final int CONFIDENCE_BINS = 10;

  /** Names of the two columns. */
  public static final String CLASS_SHARES = "class_shares";

  public static final String CONFIDENCE = "confidence";

  private static final double SCALE_LEVEL = 0.9;
  private static final double SMALLEST_SCALE = 1e-6;

  public AnswerReference {
    classShares = List.copyOf(classShares);
    confidence = List.copyOf(confidence);
    Samples.requireShares("classShares", classShares, Direction.COUNT);
    Samples.requireShares("confidence", confidence, CONFIDENCE_BINS);
    requireBound("classBound", classBound);
    requireBound("confidenceBound", confidenceBound);
  }

  private static void requireBound(String name, double bound) {
    if (!(bound > 0 && bound < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be finite and > 0, was " + bound);
    }
  }

  /**
   * Learns from answers in the order of time.
   *
   * @throws IllegalArgumentException if they are fewer than {@link CheckPlan#leastBars()}
   */
  public static AnswerReference calibrate(List<Probabilities> answers, CheckPlan plan) {
    if (answers.size() < plan.leastBars()) {
      throw new IllegalArgumentException(
          "answers must be at least " + plan.leastBars() + ", were " + answers.size());
    }
    List<Probabilities> first = answers.subList(0, answers.size() / 2);
    List<Probabilities> second = answers.subList(answers.size() / 2, answers.size());
    List<double[]> measured = new ArrayList<>();
    measure(second, first, plan, measured);
    measure(first, second, plan, measured);
    List<Double> scales = List.of(scale(measured, 0), scale(measured, 1));
    // an index is a squared distance; distances have the lighter tail that is extrapolated
    double[] distances =
        measured.stream()
            .mapToDouble(row -> Math.sqrt(DriftStatistics.score(row, scales)))
            .toArray();
    double limit = TailQuantile.exceededWith(1 / plan.answerRunLength(), distances, plan.overlap());
    return new AnswerReference(
        answers.size(),
        plan.windowBars(),
        Arrays.stream(classShares(answers)).boxed().toList(),
        Arrays.stream(confidence(answers)).boxed().toList(),
        limit * limit * scales.get(0),
        limit * limit * scales.get(1));
  }

  private static double scale(List<double[]> measured, int statistic) {
    double[] values = DriftStatistics.column(measured, statistic);
    double[] sorted = Samples.sorted("statistic " + statistic, values);
    return Math.max(SMALLEST_SCALE, Samples.quantile(sorted, SCALE_LEVEL));
  }

  private static void measure(
      List<Probabilities> reference,
      List<Probabilities> answers,
      CheckPlan plan,
      List<double[]> target) {
    double[] classes = classShares(reference);
    double[] sizes = confidence(reference);
    for (int end = plan.windowBars(); end <= answers.size(); end += plan.barsBetweenChecks()) {
      List<Probabilities> window = answers.subList(end - plan.windowBars(), end);
      target.add(
          new double[] {
            PopulationStability.index(classes, classShares(window)),
            PopulationStability.index(sizes, confidence(window))
          });
    }
  }

  /**
   * Compares the newest window of {@code recent}.
   *
   * @param recent in the order of time
   * @throws IllegalArgumentException if they are fewer than a window
   */
  public List<Finding> judge(List<Probabilities> recent) {
    if (recent.size() < windowAnswers) {
      throw new IllegalArgumentException(
          "recent answers must be at least " + windowAnswers + ", were " + recent.size());
    }
    List<Probabilities> window = recent.subList(recent.size() - windowAnswers, recent.size());
    return List.of(
        finding(CLASS_SHARES, classShares, classShares(window), classBound),
        finding(CONFIDENCE, confidence, confidence(window), confidenceBound));
  }

  private static Finding finding(
      String column, List<Double> expected, double[] actual, double bound) {
    double[] shares = expected.stream().mapToDouble(x -> x).toArray();
    double index = PopulationStability.index(shares, actual);
    return new Finding(column, DriftStatistic.POPULATION_STABILITY, index, bound);
  }

  private static double[] classShares(List<Probabilities> answers) {
    double[] shares = new double[Direction.COUNT];
    for (Probabilities answer : answers) {
      shares[answer.mostProbable().ordinal()] += 1.0 / answers.size();
    }
    return shares;
  }

  private static double[] confidence(List<Probabilities> answers) {
    double[] shares = new double[CONFIDENCE_BINS];
    for (Probabilities answer : answers) {
      int bin = (int) Math.ceil(answer.of(answer.mostProbable()) * CONFIDENCE_BINS) - 1;
      shares[Math.clamp(bin, 0, CONFIDENCE_BINS - 1)] += 1.0 / answers.size();
    }
    return shares;
  }
}
