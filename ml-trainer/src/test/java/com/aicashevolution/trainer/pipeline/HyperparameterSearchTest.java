package com.aicashevolution.trainer.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.ConformalClassifier;
import com.aicashevolution.evaluation.TemperatureScaling;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.DatasetSpec;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.RecordedSeries;
import com.aicashevolution.trainer.dataset.SampleSet;
import com.aicashevolution.trainer.dataset.SampleWeighting;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.dataset.SyntheticSamples;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.fits.FitOrder;
import com.aicashevolution.trainer.fits.FitPool;
import com.aicashevolution.trainer.fits.FitResult;
import com.aicashevolution.trainer.fits.RunData;
import com.aicashevolution.trainer.pipeline.HyperparameterSearch.Result;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import com.aicashevolution.trainer.training.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class HyperparameterSearchTest {

  private static final WalkForward SPLIT = WalkForward.withLeastEmbargo(3, 0.2, 0.25, 6);
  private static final Dataset DATASET = SyntheticSamples.dataset(2, 3_000, 5);
  private static final RunData DATA =
      new RunData(
          DATASET,
          ((SplitResult.Cut) SPLIT.split(DATASET, 10_000)).plan(),
          SPLIT.search(DATASET, 10_000),
          new Start.Random());
  private static final Hyperparameters CENTRE =
      new Hyperparameters(
          new Architecture(List.of(64, 32), 16, 0.1, false),
          new Optimisation(0.002, 1e-5, 256, 9, 3, 0.5, SampleWeighting.UNIQUENESS));

  private final Ledger ledger = new Ledger();

  /** The closer the learning rate is to 0.004 the more often a network is right. */
  private static double skill(FitOrder order) {
    double distance = Math.log(order.hyperparameters().optimisation().learningRate() / 0.004);
    return 4 - Math.abs(distance);
  }

  @Test
  void choosesWhatIsBestOnTheSearchFoldsAndKeepsTheRunsOwnEpochs() throws InterruptedException {
    Result.Chosen chosen = (Result.Chosen) search(9, HyperparameterSearchTest::skill);

    double best =
        SearchSpace.candidates(CENTRE, 9, 7).stream()
            .mapToDouble(h -> h.optimisation().learningRate())
            .boxed()
            .min(
                (a, b) ->
                    Double.compare(Math.abs(Math.log(a / 0.004)), Math.abs(Math.log(b / 0.004))))
            .orElseThrow();
    assertThat(chosen.hyperparameters().optimisation().learningRate()).isEqualTo(best);
    assertThat(chosen.hyperparameters().optimisation().maxEpochs()).isEqualTo(9);
    assertThat(chosen.outcome().trials()).isEqualTo(9);
    assertThat(chosen.outcome().fits()).isEqualTo(2 * (9 + 3));
  }

  @Test
  void writesEveryFitIntoTheLedgerUnderANumberOfItsOwn() throws InterruptedException {
    var _ = search(9, HyperparameterSearchTest::skill);

    assertThat(ledger.trials).hasSize(24);
    assertThat(ledger.trials).extracting(RunLedger.Trial::fit).doesNotHaveDuplicates();
    assertThat(ledger.trials)
        .allSatisfy(
            trial -> {
              assertThat(trial.stage()).isEqualTo(RunLedger.Stage.SEARCH);
              assertThat(trial.fit()).isLessThan(FoldFits.FIRST_NUMBER);
            });
    assertThat(ledger.trials.getFirst().hyperparameters().optimisation().maxEpochs()).isEqualTo(3);
    assertThat(ledger.trials.getLast().hyperparameters().optimisation().maxEpochs()).isEqualTo(9);
  }

  @Test
  void staysWithTheRunsOwnWhereNothingIsBetter() throws InterruptedException {
    Result.Chosen chosen = (Result.Chosen) search(5, _ -> 1);

    assertThat(chosen.outcome().chosen()).isZero();
    assertThat(chosen.hyperparameters()).isEqualTo(CENTRE);
  }

  @Test
  void neverChoosesWhatDivergesAndSaysSoIfAllDo() throws InterruptedException {
    Result.Chosen chosen =
        (Result.Chosen)
            search(4, order -> order.hyperparameters().equals(with3(CENTRE)) ? Double.NaN : 1);
    assertThat(chosen.outcome().chosen()).isNotZero();

    assertThat(search(4, _ -> Double.NaN)).isEqualTo(new Result.Diverged(4));
  }

  @Test
  void drawsTheSameCandidatesFromTheSameSeedWithinTheSpace() {
    List<Hyperparameters> candidates = SearchSpace.candidates(CENTRE, 64, 7);

    assertThat(candidates).isEqualTo(SearchSpace.candidates(CENTRE, 64, 7)).hasSize(64);
    assertThat(candidates).isNotEqualTo(SearchSpace.candidates(CENTRE, 64, 8));
    assertThat(candidates.getFirst()).isEqualTo(CENTRE);
    assertThat(candidates)
        .allSatisfy(
            each -> {
              assertThat(each.optimisation().learningRate()).isBetween(0.0005, 0.008);
              assertThat(each.optimisation().l2()).isBetween(1e-7, 1e-3);
              assertThat(each.architecture().dropout()).isBetween(0.0, 0.4);
              assertThat(each.architecture().lstmUnits()).hasSize(2);
              assertThat(each.optimisation().maxEpochs()).isEqualTo(9);
            });
  }

  /** Nested: whatever the search sees is settled before anything that judges opens. */
  @Test
  void searchFoldsLieBeforeEverythingThatJudges() {
    long judged =
        DATA.folds().folds().stream()
            .mapToLong(fold -> fold.test().openEpochSecond(0))
            .min()
            .orElseThrow();
    assertThat(DATA.search()).hasSize(WalkForward.SEARCH_FOLDS);
    for (Fold fold : DATA.search()) {
      for (SampleSet part : List.of(fold.train(), fold.validation(), fold.test())) {
        assertThat(part.size()).isPositive();
        for (int i = 0; i < part.size(); i++) {
          assertThat(part.settledEpochSecond(i)).isLessThanOrEqualTo(judged);
        }
      }
    }
    assertThat(SPLIT.search(SyntheticSamples.dataset(1, 80, 1), 1_000)).isEmpty();
  }

  private static Hyperparameters with3(Hyperparameters centre) {
    Optimisation o = centre.optimisation();
    return new Hyperparameters(
        centre.architecture(),
        new Optimisation(
            o.learningRate(),
            o.l2(),
            o.batchSize(),
            3,
            o.patienceEpochs(),
            o.classWeightPower(),
            o.sampleWeighting()));
  }

  private Result search(int trials, ToDoubleFunction<FitOrder> skill) throws InterruptedException {
    RunPlan plan =
        new RunPlan(
            "training_1",
            ModelLine.GLOBAL,
            new DatasetSpec(Timeframe.H1, List.of(), null, null, SyntheticSamples.LABEL),
            SPLIT,
            10_000,
            CENTRE,
            List.of(7L),
            null,
            null,
            false,
            "me");
    FitPool pool =
        (_, data, orders, _) ->
            orders.stream().map(order -> fitted(data.fold(order), order, skill)).toList();
    return new HyperparameterSearch(pool, ledger)
        .run(plan, new SearchSpec(trials, 300), DATA, new Quiet());
  }

  private static FitResult fitted(Fold fold, FitOrder order, ToDoubleFunction<FitOrder> skill) {
    double margin = skill.applyAsDouble(order);
    if (Double.isNaN(margin)) {
      return new FitResult.Diverged(1);
    }
    int[] labels = fold.test().labels();
    float[] logits = new float[3 * labels.length];
    for (int i = 0; i < labels.length; i++) {
      logits[3 * i + labels[i]] = (float) margin;
    }
    return new FitResult.Scored(
        new FoldFit(
            order.fold(),
            order.seed(),
            1,
            1,
            1,
            TemperatureScaling.NONE,
            new ConformalClassifier(0.1, 0.5, 9),
            ClassificationMetrics.of(labels, TemperatureScaling.NONE.applyAll(logits)),
            logits));
  }

  private static final class Quiet implements RunMonitor {

    @Override
    public void report(RunStep step, double fraction, String message) {}

    @Override
    public boolean cancelled() {
      return false;
    }
  }

  private static final class Ledger implements RunLedger {

    private final List<Trial> trials = new ArrayList<>();

    @Override
    public void recordSamples(String trainingId, Dataset dataset) {}

    @Override
    public List<RecordedSeries> recordedSamples(String trainingId) {
      return List.of();
    }

    @Override
    public void recordTrial(String trainingId, Trial trial) {
      trials.add(trial);
    }

    @Override
    public long trials(ModelLine line) {
      return trials.size();
    }
  }
}
