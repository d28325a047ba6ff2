package com.aicashevolution.trainer.runs;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest.Architecture;
import com.aicashevolution.trainer.dataset.DatasetSpec;
import com.aicashevolution.trainer.dataset.WalkForward;
import com.aicashevolution.trainer.pipeline.RunPlan;
import com.aicashevolution.trainer.pipeline.SearchSchedule;
import com.aicashevolution.trainer.pipeline.SearchSpec;
import com.aicashevolution.trainer.training.Hyperparameters;
import com.aicashevolution.trainer.training.Hyperparameters.Optimisation;
import com.aicashevolution.trainer.training.WarmStart;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Fills in what a request leaves to us. Immutable, thread-safe. */
public final class RunPlanner {

  private final TrainingProperties defaults;
  private final List<Symbol> traded;
  private final Parents parents;

  /**
   * Creates a planner.
   *
   * @param traded symbols a run learns from unless its request names others
   * @param parents finds the versions that runs begin from
   */
  public RunPlanner(TrainingProperties defaults, List<Symbol> traded, Parents parents) {
    this.defaults = defaults;
    this.traded = List.copyOf(traded);
    this.parents = parents;
  }

  /**
   * The plan of {@code request}.
   *
   * @throws InvalidTrainingRequestException if the request contradicts itself, or names a parent
   *     that it cannot begin from
   * @throws java.io.UncheckedIOException if the artifact store, which has the parent, cannot be
   *     reached
   */
  public RunPlan plan(String trainingId, TrainingRequest request, String requestedBy) {
    HyperparameterOverrides wishes = or(request.hyperparameters(), HyperparameterOverrides.NONE);
    TrainingProperties.Data data = defaults.data();
    LabelSpec label =
        new LabelSpec(
            or(wishes.horizonBars(), data.horizonBars()),
            or(wishes.barrierAtr(), data.barrierAtr()));
    DatasetSpec dataset = dataset(request, label);
    Hyperparameters hyperparameters = hyperparameters(wishes);
    return new RunPlan(
        trainingId,
        request.lineOrGlobal(),
        dataset,
        new WalkForward(
            or(wishes.folds(), defaults.folds()),
            data.holdoutShare(),
            data.validationShare(),
            label.horizonBars() + FeatureSchema.WINDOW_BARS,
            data.maxTrainBlocks(),
            holdoutFrom(request)),
        or(wishes.maxTrainSamples(), data.maxTrainSamples()),
        hyperparameters,
        seeds(or(request.seed(), defaults.seed()), or(wishes.seeds(), defaults.seeds())),
        warmStart(request, dataset, hyperparameters.architecture()),
        search(request.search()),
        or(request.publish(), true),
        requestedBy);
  }

  private DatasetSpec dataset(TrainingRequest request, LabelSpec label) {
    if (request.from() != null && request.to() != null && !request.from().isBefore(request.to())) {
      throw new InvalidTrainingRequestException(
          "from", request.from(), "must be before to, which is " + request.to());
    }
    return new DatasetSpec(
        request.timeframeOrHourly(), symbols(request), request.from(), request.to(), label);
  }

  private @Nullable WarmStart warmStart(
      TrainingRequest request, DatasetSpec dataset, Architecture architecture) {
    String name = request.warmStart();
    if (name == null) {
      return null;
    }
    if (request.search() != null) {
      throw new InvalidTrainingRequestException(
          "warm_start", name, "must be left out of a search: it compares networks of many sizes");
    }
    return parents.find(name, request.lineOrGlobal(), dataset, architecture);
  }

  private static @Nullable SearchSpec search(@Nullable SearchWish wish) {
    if (wish == null) {
      return null;
    }
    int trials = or(wish.trials(), SearchWish.TRIALS);
    int budget = or(wish.budget(), SearchWish.BUDGET);
    int least = SearchSchedule.leastBudget(trials);
    if (budget < least) {
      throw new InvalidTrainingRequestException(
          "search.budget",
          budget,
          "must be at least " + least + " epochs for " + trials + " trials");
    }
    return new SearchSpec(trials, budget);
  }

  private static @Nullable Instant holdoutFrom(TrainingRequest request) {
    Instant holdoutFrom = request.holdoutFrom();
    if (holdoutFrom == null) {
      return null;
    }
    if (request.from() != null && !holdoutFrom.isAfter(request.from())) {
      throw new InvalidTrainingRequestException(
          "holdout_from", holdoutFrom, "must be after from, which is " + request.from());
    }
    if (request.to() != null && !holdoutFrom.isBefore(request.to())) {
      throw new InvalidTrainingRequestException(
          "holdout_from", holdoutFrom, "must be before to, which is " + request.to());
    }
    return holdoutFrom;
  }

  private List<Symbol> symbols(TrainingRequest request) {
    ModelLine line = request.lineOrGlobal();
    if (request.symbols() == null) {
      List<Symbol> covered = traded.stream().filter(line::covers).toList();
      if (covered.isEmpty()) {
        throw new InvalidTrainingRequestException(
            "line", line, "must cover a traded symbol; SYMBOLS has none of it");
      }
      return covered;
    }
    for (Symbol symbol : request.symbols()) {
      if (!line.covers(symbol)) {
        throw new InvalidTrainingRequestException(
            "symbols", symbol, "must belong to line " + line + ", " + symbol + " does not");
      }
    }
    return request.symbols().stream().distinct().toList();
  }

  private Hyperparameters hyperparameters(HyperparameterOverrides wishes) {
    TrainingProperties.Network network = defaults.network();
    TrainingProperties.Optimiser optimiser = defaults.optimiser();
    return new Hyperparameters(
        new Architecture(
            or(wishes.lstmUnits(), network.lstmUnits()),
            or(wishes.denseUnits(), network.denseUnits()),
            or(wishes.dropout(), network.dropout()),
            or(wishes.batchNorm(), network.batchNorm())),
        new Optimisation(
            or(wishes.learningRate(), optimiser.learningRate()),
            or(wishes.l2(), optimiser.l2()),
            or(wishes.batchSize(), optimiser.batchSize()),
            or(wishes.maxEpochs(), optimiser.maxEpochs()),
            or(wishes.patienceEpochs(), optimiser.patienceEpochs()),
            or(wishes.classWeightPower(), optimiser.classWeightPower()),
            optimiser.sampleWeighting()));
  }

  private static List<Long> seeds(long first, int count) {
    return LongStream.range(first, first + count).boxed().toList();
  }

  private static <T> T or(@Nullable T wish, T standard) {
    return Objects.requireNonNullElse(wish, standard);
  }
}
