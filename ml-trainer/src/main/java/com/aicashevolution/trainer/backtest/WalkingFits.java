package com.aicashevolution.trainer.backtest;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.DatasetAssembler;
import com.aicashevolution.trainer.dataset.DatasetSpec;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.pipeline.RunLedger.Stage;
import com.aicashevolution.trainer.pipeline.RunLedger.Trial;
import com.aicashevolution.trainer.pipeline.RunLedger.TrialMetrics;
import com.aicashevolution.trainer.training.FitObserver;
import com.aicashevolution.trainer.training.FitOutcome;
import com.aicashevolution.trainer.training.FitOutcome.FittedNetwork;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.ParallelFits;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Fits a network on what was known at an instant, and counts the fit in the ledger. No candle that
 * opens later is even read. Thread-safe.
 */
public final class WalkingFits {

  private final DatasetAssembler assembler;
  private final ParallelFits fits;
  private final TrialLedger ledger;

  public WalkingFits(DatasetAssembler assembler, ParallelFits fits, TrialLedger ledger) {
    this.assembler = assembler;
    this.fits = fits;
    this.ledger = ledger;
  }

  /** What came of a fit. */
  sealed interface Result {

    record Fitted(Answers answers, Refit refit) implements Result {}

    record Cancelled() implements Result {}

    /** There is no network; {@code why} is a sentence. */
    record Impossible(String why) implements Result {}
  }

  /** Fits on every candle of the plan's symbols that opens before {@code knownUntil}. */
  Result fit(BacktestPlan plan, FitRecipe recipe, Instant knownUntil, FitObserver observer)
      throws InterruptedException {
    Dataset dataset =
        assembler.assemble(
            new DatasetSpec(
                plan.model().manifest().timeframe(),
                plan.symbols(),
                null,
                knownUntil,
                recipe.label()),
            (_, _) -> {});
    Optional<Fold> known = recipe.split().upToTheEnd(dataset, recipe.maxTrainSamples());
    if (known.isEmpty()) {
      return new Result.Impossible(
          "not enough data: %d labelled bars were known at %s, too few to fit and validate on"
              .formatted(dataset.size(), knownUntil));
    }
    Fold fold = known.get();
    Standardizer standardizer = Standardizer.fit(fold.standardizing());
    FitTask task =
        FitTask.onValidation(fold, standardizer, recipe.hyperparameters(), recipe.seed());
    return switch (fits.run(List.of(task), observer).getFirst()) {
      case FitOutcome.Cancelled _ -> new Result.Cancelled();
      case FitOutcome.Diverged(int epoch) -> {
        record(plan, recipe, task, new TrialMetrics("diverged", 0, epoch, 0, null));
        yield new Result.Impossible(
            "the loss of the fit at %s left the finite numbers in epoch %d"
                .formatted(knownUntil, epoch));
      }
      case FitOutcome.Fitted(FittedNetwork network) -> {
        FoldFit fit = FoldFit.of(task, network);
        ClassificationMetrics validation = fit.validation();
        record(
            plan,
            recipe,
            task,
            new TrialMetrics(
                "fitted", fit.bestEpoch(), fit.epochs(), fit.samplesPerSecond(), validation));
        yield new Result.Fitted(
            new Answers(network.parameters(), standardizer, fit.calibration()),
            new Refit(
                knownUntil,
                fold.train().size(),
                fold.validation().size(),
                fit.bestEpoch(),
                fit.calibration().temperature(),
                validation.accuracy()));
      }
    };
  }

  private void record(BacktestPlan plan, FitRecipe recipe, FitTask task, TrialMetrics metrics) {
    ledger.record(
        plan.backtestId(),
        new Trial(
            recipe.line(),
            Stage.FOLD,
            0,
            task.fold().number(),
            task.seed(),
            recipe.hyperparameters(),
            metrics));
  }
}
