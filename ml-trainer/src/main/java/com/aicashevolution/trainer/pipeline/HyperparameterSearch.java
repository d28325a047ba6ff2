package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.fits.FitOrder;
import com.aicashevolution.trainer.fits.FitPool;
import com.aicashevolution.trainer.fits.FitResult;
import com.aicashevolution.trainer.fits.RunData;
import com.aicashevolution.trainer.pipeline.RunLedger.Stage;
import com.aicashevolution.trainer.pipeline.RunLedger.Trial;
import com.aicashevolution.trainer.pipeline.SearchSchedule.Rung;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import com.aicashevolution.trainer.training.Stopping;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Chooses hyper-parameters by successive halving on the search folds of a run, which lie before
 * everything it is judged on: the choice is part of the training, and what it cost is in the
 * ledger. Deterministic: candidates follow from the run's first seed, and of equals the first wins.
 * Thread-safe.
 */
final class HyperparameterSearch {

  private static final Logger LOG = LoggerFactory.getLogger(HyperparameterSearch.class);

  /** Numbers of a rung's fits; more than {@code SEARCH_FOLDS} times the most trials. */
  private static final int NUMBERS_PER_RUNG = 1_000;

  private final FitPool pool;
  private final RunLedger ledger;

  HyperparameterSearch(FitPool pool, RunLedger ledger) {
    this.pool = pool;
    this.ledger = ledger;
  }

  /** How a search ended. */
  sealed interface Result {

    /** What was chosen, and how it compared. */
    record Chosen(Hyperparameters hyperparameters, SearchOutcome outcome) implements Result {}

    /** Somebody asked the run to stop. */
    record Cancelled() implements Result {}

    /** No candidate has a finite loss on every fold. */
    record Diverged(int trials) implements Result {}
  }

  Result run(RunPlan plan, SearchSpec spec, RunData data, RunMonitor monitor)
      throws InterruptedException {
    List<Hyperparameters> candidates =
        SearchSpace.candidates(plan.hyperparameters(), spec.trials(), plan.seeds().getFirst());
    SearchSchedule schedule =
        SearchSchedule.of(
            spec.trials(), plan.hyperparameters().optimisation().maxEpochs(), spec.budget());
    List<Integer> left = IntStream.range(0, candidates.size()).boxed().toList();
    Map<Integer, Double> losses = Map.of();
    int fits = 0;
    for (int r = 0; r < schedule.rungs().size(); r++) {
      Rung rung = schedule.rungs().get(r);
      left = left.subList(0, rung.trials());
      List<FitOrder> orders = orders(plan, candidates, left, r, rung);
      monitor.report(
          RunStep.SEARCH,
          (double) r / schedule.rungs().size(),
          "comparing " + left.size() + " hyper-parameters");
      List<FitResult> results =
          pool.run(
              plan.trainingId(),
              data,
              orders,
              new FitMessages(monitor, RunStep.SEARCH, data, orders));
      if (monitor.cancelled() || results.stream().anyMatch(FitResult.Cancelled.class::isInstance)) {
        return new Result.Cancelled();
      }
      for (int i = 0; i < orders.size(); i++) {
        ledger.recordTrial(
            plan.trainingId(), Trial.of(plan.line(), Stage.SEARCH, orders.get(i), results.get(i)));
      }
      fits += orders.size();
      losses = losses(left, data.search(), results);
      left = ranked(left, losses);
      LOG.info(
          "event=search_rung training_id={} rung={} trials={} epochs={} best={} log_loss={}",
          plan.trainingId(),
          r,
          rung.trials(),
          rung.epochs(),
          left.getFirst(),
          losses.get(left.getFirst()));
    }
    int best = left.getFirst();
    double loss = losses.getOrDefault(best, Double.POSITIVE_INFINITY);
    return Double.isFinite(loss)
        ? new Result.Chosen(
            candidates.get(best), new SearchOutcome(candidates.size(), fits, best, loss))
        : new Result.Diverged(candidates.size());
  }

  private static List<FitOrder> orders(
      RunPlan plan,
      List<Hyperparameters> candidates,
      List<Integer> left,
      int rungNumber,
      Rung rung) {
    List<FitOrder> orders = new ArrayList<>();
    for (int candidate : left) {
      for (int fold = 0; fold < WalkForward.SEARCH_FOLDS; fold++) {
        orders.add(
            new FitOrder(
                rungNumber * NUMBERS_PER_RUNG + candidate * WalkForward.SEARCH_FOLDS + fold,
                FitOrder.Kind.SEARCH,
                fold,
                plan.seeds().getFirst(),
                lasting(candidates.get(candidate), rung.epochs()),
                new Stopping.OnValidation()));
      }
    }
    return orders;
  }

  private static Hyperparameters lasting(Hyperparameters candidate, int epochs) {
    Optimisation o = candidate.optimisation();
    return new Hyperparameters(
        candidate.architecture(),
        new Optimisation(
            o.learningRate(),
            o.l2(),
            o.batchSize(),
            epochs,
            o.patienceEpochs(),
            o.classWeightPower(),
            o.sampleWeighting()));
  }

  /** Calibrated log-loss over the test parts of all search folds, infinite where one diverged. */
  private static Map<Integer, Double> losses(
      List<Integer> left, List<Fold> folds, List<FitResult> results) {
    Map<Integer, Double> losses = new HashMap<>();
    int at = 0;
    for (int candidate : left) {
      double sum = 0;
      int samples = 0;
      for (Fold fold : folds) {
        if (results.get(at++) instanceof FitResult.Scored(FoldFit fit)) {
          ClassificationMetrics metrics =
              ClassificationMetrics.of(fold.test().labels(), fit.probabilities());
          sum += metrics.logLoss() * metrics.samples();
          samples += metrics.samples();
        } else {
          sum = Double.POSITIVE_INFINITY;
        }
      }
      losses.put(candidate, samples == 0 ? Double.POSITIVE_INFINITY : sum / samples);
    }
    return losses;
  }

  private static List<Integer> ranked(List<Integer> candidates, Map<Integer, Double> losses) {
    return candidates.stream()
        .sorted(
            Comparator.comparingDouble(
                    (Integer c) -> losses.getOrDefault(c, Double.POSITIVE_INFINITY))
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }
}
