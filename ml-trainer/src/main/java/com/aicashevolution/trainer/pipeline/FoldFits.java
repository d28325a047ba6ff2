package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.fits.FitOrder;
import com.aicashevolution.trainer.fits.FitPool;
import com.aicashevolution.trainer.fits.FitResult;
import com.aicashevolution.trainer.fits.RunData;
import com.aicashevolution.trainer.pipeline.RunLedger.Stage;
import com.aicashevolution.trainer.pipeline.RunLedger.Trial;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.Stopping;
import java.util.ArrayList;
import java.util.List;

/** Fits every fold with every seed and writes each into the ledger. Thread-safe. */
final class FoldFits {

  /** Of the first fit; those of a search come before it. */
  static final int FIRST_NUMBER = 10_000;

  private final FitPool pool;
  private final RunLedger ledger;

  FoldFits(FitPool pool, RunLedger ledger) {
    this.pool = pool;
    this.ledger = ledger;
  }

  /** How the fits of a run ended. */
  sealed interface Result {

    /** All of them, ordered by seed and then by fold. */
    record Fitted(List<FoldFit> fits) implements Result {}

    /** Somebody asked the run to stop. */
    record Cancelled() implements Result {}

    /** So many have no network; without them there is no evidence on every fold. */
    record Diverged(int fits, int of) implements Result {}
  }

  Result run(RunPlan plan, RunData data, RunMonitor monitor) throws InterruptedException {
    List<FitOrder> orders = orders(plan, data);
    monitor.report(RunStep.FIT, 0, "fitting " + orders.size() + " networks");
    FitMessages messages = new FitMessages(monitor, RunStep.FIT, data, orders);
    List<FitResult> results = pool.run(plan.trainingId(), data, orders, messages);
    if (results.stream().anyMatch(FitResult.Cancelled.class::isInstance) || monitor.cancelled()) {
      return new Result.Cancelled();
    }
    List<FoldFit> fitted = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      ledger.recordTrial(
          plan.trainingId(), Trial.of(plan.line(), Stage.FOLD, orders.get(i), results.get(i)));
      if (results.get(i) instanceof FitResult.Scored(FoldFit fit)) {
        fitted.add(fit);
      }
    }
    return fitted.size() == orders.size()
        ? new Result.Fitted(fitted)
        : new Result.Diverged(orders.size() - fitted.size(), orders.size());
  }

  private static List<FitOrder> orders(RunPlan plan, RunData data) {
    List<FitOrder> orders = new ArrayList<>();
    for (long seed : plan.seeds()) {
      for (Fold fold : data.folds().folds()) {
        orders.add(
            new FitOrder(
                FIRST_NUMBER + orders.size(),
                FitOrder.Kind.FOLD,
                fold.number(),
                seed,
                plan.hyperparameters(),
                new Stopping.OnValidation()));
      }
    }
    return orders;
  }
}
