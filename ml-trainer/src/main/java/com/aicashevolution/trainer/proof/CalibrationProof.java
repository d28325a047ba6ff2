package com.aicashevolution.trainer.proof;

import com.aicashevolution.evaluation.ClassificationMetrics;
import com.aicashevolution.evaluation.ConformalClassifier;
import com.aicashevolution.evaluation.ConformalCoverage;
import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.simulated.SimulationSpec;
import com.aicashevolution.signal.Direction;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.dataset.SplitResult;
import com.aicashevolution.trainer.pipeline.RunPlan;
import com.aicashevolution.trainer.training.FitObserver;
import com.aicashevolution.trainer.training.FitOutcome;
import com.aicashevolution.trainer.training.FitOutcome.FittedNetwork;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.Fitter;
import com.aicashevolution.trainer.training.FoldFit;
import com.aicashevolution.trainer.training.ParallelFits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Whether a confidence means what it says: the networks of a default run are fitted, fold by fold
 * and seed by seed, on a simulated market and asked about the block after, with the temperature of
 * their own fold. On the validation part, which is purged from training, sets that shall hold the
 * right answer nine times of ten are fitted, and counted on the block after.
 */
public final class CalibrationProof implements Proof {

  private static final double MOST_ERROR = 0.03;
  private static final double MOST_OFF = 0.02;

  private final RunPlan plan;
  private final Supplier<Fitter> fitter;

  /**
   * Creates the proof.
   *
   * @param plan a run with every default; its candles are not read
   * @param fitter starts the fitting library, once it is needed
   */
  public CalibrationProof(RunPlan plan, Supplier<Fitter> fitter) {
    this.plan = plan;
    this.fitter = fitter;
  }

  @Override
  public String name() {
    return "calibration";
  }

  @Override
  public String goal() {
    return "walk-forward ECE at most 0.03; 90 % sets cover 88 to 92 %";
  }

  @Override
  public Finding measure(Effort effort, ProofProgress progress) throws InterruptedException {
    List<Symbol> symbols = Symbol.defaults().subList(0, effort.full() ? 26 : 6);
    int days = effort.full() ? 730 : 365;
    List<Long> seeds = effort.full() ? plan.seeds() : plan.seeds().subList(0, 1);
    Dataset dataset = SimulatedHistory.dataset(SimulationSpec.regimes(1), symbols, days);
    FoldPlan folds =
        switch (plan.split().split(dataset, plan.maxTrainSamples())) {
          case SplitResult.Cut(FoldPlan cut) -> cut;
          case SplitResult.TooLittleData _ ->
              throw new IllegalStateException(dataset.size() + " samples are too few to be cut");
        };
    List<FitTask> tasks = tasks(folds, seeds);
    List<FitOutcome> outcomes =
        new ParallelFits(fitter.get(), effort.parallelism())
            .run(tasks, new FitsProgress(progress, tasks.size())::of);
    List<FoldAnswers> answers =
        IntStream.range(0, tasks.size())
            .mapToObj(i -> answers(tasks.get(i), outcomes.get(i)))
            .toList();
    return finding(
        answers,
        folds.folds().size(),
        String.format(
            Locale.ROOT,
            "%d symbols of the simulated market over %d days, %,d samples, %d folds x %d seeds of the"
                + " default network",
            symbols.size(),
            days,
            dataset.size(),
            folds.folds().size(),
            seeds.size()));
  }

  private List<FitTask> tasks(FoldPlan folds, List<Long> seeds) {
    List<FitTask> tasks = new ArrayList<>();
    for (long seed : seeds) {
      for (Fold fold : folds.folds()) {
        Standardizer standardizer = Standardizer.fit(fold.standardizing());
        tasks.add(FitTask.onValidation(fold, standardizer, plan.hyperparameters(), seed));
      }
    }
    return tasks;
  }

  private static FoldAnswers answers(FitTask task, FitOutcome outcome) {
    if (!(outcome instanceof FitOutcome.Fitted(FittedNetwork network))) {
      throw new IllegalStateException("a fit of the default network ended as " + outcome);
    }
    FoldFit fit = FoldFit.of(task, network);
    return new FoldAnswers(task.fold().test().labels(), fit.probabilities(), fit.sets());
  }

  /**
   * What one network said about the block after its fold.
   *
   * @param labels of the block
   * @param probabilities row-major {@code [labels.length, 3]}
   * @param sets fitted on the fold's validation part
   */
  record FoldAnswers(int[] labels, float[] probabilities, ConformalClassifier sets) {}

  /**
   * The finding.
   *
   * @param answers ordered by seed and then by fold
   */
  static Finding finding(List<FoldAnswers> answers, int folds, String what) {
    double worst = 0;
    for (int from = 0; from < answers.size(); from += folds) {
      worst = Math.max(worst, calibrationError(answers.subList(from, from + folds)));
    }
    ConformalCoverage sets =
        ConformalCoverage.pooled(
            answers.stream()
                .map(fold -> ConformalCoverage.of(fold.sets(), fold.labels(), fold.probabilities()))
                .toList());
    return new Finding(
        String.format(Locale.ROOT, "ECE %.4f, sets cover %.1f %%", worst, 100 * sets.coverage()),
        worst <= MOST_ERROR && Math.abs(sets.coverage() - (1 - sets.miscoverage())) <= MOST_OFF,
        String.format(
            Locale.ROOT,
            "%s\nECE of the worst seed over all folds, each calibrated on its own validation part;"
                + " a set has %.2f answers on average, %.1f %% have one",
            what,
            sets.meanSize(),
            100 * sets.decided()));
  }

  private static double calibrationError(List<FoldAnswers> ofSeed) {
    int[] labels = ofSeed.stream().flatMapToInt(f -> IntStream.of(f.labels())).toArray();
    float[] probabilities = new float[labels.length * Direction.COUNT];
    int at = 0;
    for (FoldAnswers fold : ofSeed) {
      System.arraycopy(fold.probabilities(), 0, probabilities, at, fold.probabilities().length);
      at += fold.probabilities().length;
    }
    return ClassificationMetrics.of(labels, probabilities).expectedCalibrationError();
  }

  /** Adds up how far each fit is. Thread-safe. */
  private static final class FitsProgress {

    private final ProofProgress progress;
    private final int fits;
    private final Map<FitTask, Double> done = new HashMap<>();

    FitsProgress(ProofProgress progress, int fits) {
      this.progress = progress;
      this.fits = fits;
      progress.at("fits", 0, fits, "fits");
    }

    FitObserver of(FitTask task) {
      return new FitObserver() {
        @Override
        public boolean cancelled() {
          return false;
        }

        @Override
        public void progressed(FitProgress reported) {
          tell(task, reported.fraction());
        }
      };
    }

    private synchronized void tell(FitTask task, double fraction) {
      done.put(task, fraction);
      double sum = done.values().stream().mapToDouble(Double::doubleValue).sum();
      progress.at("fits", sum, fits, "fits");
    }
  }
}
