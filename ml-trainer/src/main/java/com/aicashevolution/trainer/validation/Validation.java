package com.aicashevolution.trainer.validation;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.feature.TrainFold;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.trainer.backtest.BacktestMonitor;
import com.aicashevolution.trainer.backtest.BacktestPlan;
import com.aicashevolution.trainer.backtest.Phase;
import com.aicashevolution.trainer.backtest.Seen;
import com.aicashevolution.trainer.backtest.TrialLedger;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.DatasetAssembler;
import com.aicashevolution.trainer.dataset.DatasetSpec;
import com.aicashevolution.trainer.dataset.SampleRange;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SymbolSamples;
import com.aicashevolution.trainer.gate.PeriodExamination;
import com.aicashevolution.trainer.training.KernelScores;
import com.aicashevolution.trainer.validation.ValidationReport.PhaseReport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Validates published versions. Thread-safe; holds no state of a run. */
public final class Validation {

  /** Room for the weekends and holidays inside a look-back. */
  private static final int LOOK_BACK_FACTOR = 2;

  private static final Duration HOLIDAYS = Duration.ofDays(14);

  private final DatasetAssembler assembler;
  private final PeriodExamination examination;
  private final TrialLedger ledger;

  public Validation(DatasetAssembler assembler, PeriodExamination examination, TrialLedger ledger) {
    this.assembler = assembler;
    this.examination = examination;
    this.ledger = ledger;
  }

  /** Judges the version of {@code plan} over its period, without trading on it. */
  public ValidationOutcome run(BacktestPlan plan, BacktestMonitor monitor) {
    ModelManifest manifest = plan.model().manifest();
    Dataset dataset =
        assembler.assemble(
            new DatasetSpec(
                manifest.timeframe(),
                plan.symbols(),
                plan.from().minus(lookBack(manifest.timeframe())),
                plan.to(),
                manifest.label()),
            (done, of) ->
                monitor.report(0.4 * done / of, "features of " + done + " of " + of + " symbols"));
    Seen seen = Seen.by(manifest);
    List<PhaseReport> phases = new ArrayList<>();
    for (Phase phase : Phase.values()) {
      if (monitor.cancelled()) {
        return new ValidationOutcome.Cancelled();
      }
      SampleSet samples = samples(dataset, plan.from(), seen, phase);
      if (samples.size() > 0) {
        monitor.report(
            0.4 + 0.2 * phase.ordinal(),
            "%s answers %,d questions, %s"
                .formatted(manifest.version(), samples.size(), phase.wireName()));
        phases.add(judge(plan, dataset, samples, phase));
      }
    }
    return phases.isEmpty()
        ? new ValidationOutcome.Impossible(
            "no labelled bar of %d symbols opens from %s on and is settled by %s"
                .formatted(plan.symbols().size(), plan.from(), plan.to()))
        : new ValidationOutcome.Validated(report(plan, dataset, phases));
  }

  private static Duration lookBack(Timeframe timeframe) {
    return timeframe
        .length()
        .multipliedBy((long) LOOK_BACK_FACTOR * FeatureSchema.CANDLES_PER_WINDOW)
        .plus(HOLIDAYS);
  }

  private static SampleSet samples(Dataset dataset, Instant from, Seen seen, Phase phase) {
    List<SampleRange> ranges = new ArrayList<>();
    for (SymbolSamples samples : dataset.symbols()) {
      int first = 0;
      while (first < samples.size() && !isOf(phase, seen, from, samples, first)) {
        first++;
      }
      int end = first;
      while (end < samples.size() && isOf(phase, seen, from, samples, end)) {
        end++;
      }
      ranges.add(new SampleRange(first, end));
    }
    return SampleSet.of(dataset.symbols(), ranges, 1);
  }

  private static boolean isOf(
      Phase phase, Seen seen, Instant from, SymbolSamples samples, int position) {
    Instant openTime = Instant.ofEpochSecond(samples.openEpochSecond(position));
    return !openTime.isBefore(from) && seen.of(openTime) == phase;
  }

  private PhaseReport judge(BacktestPlan plan, Dataset dataset, SampleSet samples, Phase phase) {
    ModelManifest manifest = plan.model().manifest();
    float[] logits =
        KernelScores.logits(plan.model().parameters(), samples, manifest.standardizer());
    List<TrainFold.Part> rows =
        dataset.symbols().stream()
            .filter(each -> each.matrix().rows() > 0)
            .map(
                each ->
                    new TrainFold.Part(
                        each.matrix(), each.matrix().firstBar(), each.series().size()))
            .toList();
    return new PhaseReport(
        phase,
        Instant.ofEpochSecond(samples.openEpochSecond(0)),
        Instant.ofEpochSecond(samples.openEpochSecond(samples.size() - 1)),
        samples.size(),
        examination.examine(
            samples,
            new TrainFold(rows),
            manifest.calibration().applyAll(logits),
            manifest.label().horizonBars(),
            ledger.trials(manifest.line())));
  }

  private static ValidationReport report(
      BacktestPlan plan, Dataset dataset, List<PhaseReport> phases) {
    ModelManifest manifest = plan.model().manifest();
    boolean simulated = manifest.simulated() || dataset.simulated();
    List<String> warnings = new ArrayList<>();
    if (simulated) {
      warnings.add("The market is simulated, and its edge was planted: nothing here is money.");
    }
    for (PhaseReport each : phases) {
      switch (each.phase()) {
        case IN_SAMPLE ->
            warnings.add(
                "From %s to %s the network is asked about what it was fitted on: those figures are no evidence."
                    .formatted(each.from(), each.to()));
        case HOLDOUT ->
            warnings.add(
                "From %s to %s lies the holdout: the network was not fitted on it, but the gate chose by it."
                    .formatted(each.from(), each.to()));
        case OUT_OF_SAMPLE -> {}
      }
    }
    return new ValidationReport(
        manifest.version(),
        manifest.line(),
        manifest.timeframe(),
        simulated,
        plan.symbols(),
        plan.from(),
        plan.to(),
        phases,
        dataset.excludedForGaps(),
        dataset.hash(),
        warnings);
  }
}
