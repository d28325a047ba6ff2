package com.aicashevolution.trainer.weights;

import com.aicashevolution.platform.weights.Improvement;
import com.aicashevolution.signal.IndicatorWeights;
import com.aicashevolution.trainer.weights.ImprovementTest.Finding;
import com.aicashevolution.trainer.weights.OptimizationResult.Better;
import com.aicashevolution.trainer.weights.OptimizationResult.NotBetter;
import com.aicashevolution.trainer.weights.OptimizationResult.TooFew;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Looks for weights that are better than those in force: fits them on the earlier decisions, judges
 * them on the later. A decision that was not settled when the later part begins is in neither.
 * Weights in force must go on earning their place: where neutral ones would have brought more
 * profit beyond doubt, neutral ones take it. A pure function of its arguments; thread-safe.
 */
public final class WeightOptimizer {

  private final WeightsProperties properties;
  private final double maxFactor;

  /**
   * Creates an optimizer.
   *
   * @param maxFactor what serving multiplies a confidence by at most
   */
  public WeightOptimizer(WeightsProperties properties, double maxFactor) {
    this.properties = properties;
    this.maxFactor = maxFactor;
  }

  /** Weights that would take the place of {@code inForce}, or why none should. */
  public OptimizationResult optimize(List<PastDecision> decisions, IndicatorWeights inForce) {
    List<PastDecision> ordered =
        decisions.stream().sorted(Comparator.comparing(PastDecision::at)).toList();
    int needed = properties.minFitted() + properties.minJudged();
    if (ordered.size() < needed) {
      return new TooFew(
          "%d settled decisions to trade, at least %d are needed"
              .formatted(ordered.size(), needed));
    }
    Instant split = ordered.get((int) (ordered.size() * (1 - properties.judgedShare()))).at();
    List<PastDecision> earlier =
        ordered.stream().filter(each -> !each.settledAt().isAfter(split)).toList();
    List<PastDecision> later = ordered.stream().filter(each -> !each.at().isBefore(split)).toList();
    if (earlier.size() < properties.minFitted() || later.size() < properties.minJudged()) {
      return new TooFew(
          "%d decisions settled before %s and %d taken from then on, at least %d and %d are needed"
              .formatted(
                  earlier.size(),
                  split,
                  later.size(),
                  properties.minFitted(),
                  properties.minJudged()));
    }
    return judged(earlier, later, inForce);
  }

  private OptimizationResult judged(
      List<PastDecision> earlier, List<PastDecision> later, IndicatorWeights inForce) {
    WeightFit fit = new WeightFit(earlier, properties.halfLife(), maxFactor);
    ImprovementTest test =
        new ImprovementTest(
            later, fit.scale(), properties.confidence(), properties.blockInstants());
    List<Double> neutral = IndicatorWeights.NEUTRAL.values();
    if (!inForce.values().equals(neutral)) {
      Finding without = test.compare(inForce, IndicatorWeights.NEUTRAL, maxFactor);
      if (without.profit().lower() > 0) {
        return new Better(neutral, improvement(without, inForce, earlier, later));
      }
    }
    List<Double> values = fit.values();
    Finding finding = test.compare(inForce, new IndicatorWeights("candidate", values), maxFactor);
    Improvement improvement = improvement(finding, inForce, earlier, later);
    if (finding.acted() < properties.minActed()) {
      return new NotBetter(
          values,
          improvement,
          "the best that was found would act on %d of %d later decisions, at least %d are needed"
              .formatted(finding.acted(), later.size(), properties.minActed()));
    }
    return finding.better()
        ? new Better(values, improvement)
        : new NotBetter(values, improvement, notBetter(finding));
  }

  private static Improvement improvement(
      Finding finding,
      IndicatorWeights inForce,
      List<PastDecision> earlier,
      List<PastDecision> later) {
    return new Improvement(
        finding.profit(),
        finding.expectancy(),
        inForce.version(),
        earlier.size(),
        later.size(),
        finding.actedAgainst(),
        finding.acted(),
        earlier.getFirst().at(),
        later.getFirst().at(),
        later.getLast().at());
  }

  private static String notBetter(Finding finding) {
    return String.format(
        Locale.ROOT,
        "the best that was found changes the profit of a later decision by %+.4f (at least %+.4f) and"
            + " of a unit of position by %+.4f (at least %+.4f): both must be above 0",
        finding.profit().value(),
        finding.profit().lower(),
        finding.expectancy().value(),
        finding.expectancy().lower());
  }
}
