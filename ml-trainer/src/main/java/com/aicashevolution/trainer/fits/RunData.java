package com.aicashevolution.trainer.fits;

import com.aicashevolution.feature.Standardizer;
import com.aicashevolution.trainer.dataset.Dataset;
import com.aicashevolution.trainer.dataset.Fold;
import com.aicashevolution.trainer.dataset.FoldPlan;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.Start;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The cut data of one run, shared by all its fits in a process. Thread-safe. */
public final class RunData {

  private final Dataset dataset;
  private final FoldPlan folds;
  private final List<Fold> search;
  private final Start start;
  private final Map<FitOrder.Kind, Map<Integer, Standardizer>> standardizers =
      Map.of(
          FitOrder.Kind.SEARCH,
          new ConcurrentHashMap<>(),
          FitOrder.Kind.FOLD,
          new ConcurrentHashMap<>(),
          FitOrder.Kind.REFIT,
          new ConcurrentHashMap<>());

  /**
   * Holds what was cut.
   *
   * @param search folds on which hyper-parameters are compared; empty where the data is too short
   * @param start where every fit begins
   */
  public RunData(Dataset dataset, FoldPlan folds, List<Fold> search, Start start) {
    this.dataset = dataset;
    this.folds = folds;
    this.search = List.copyOf(search);
    this.start = start;
  }

  public Dataset dataset() {
    return dataset;
  }

  public FoldPlan folds() {
    return folds;
  }

  public List<Fold> search() {
    return search;
  }

  /** The data that {@code order} is fitted on. */
  public Fold fold(FitOrder order) {
    return switch (order.kind()) {
      case SEARCH -> search.get(order.fold());
      case FOLD -> folds.folds().get(order.fold());
      case REFIT -> folds.refit();
    };
  }

  /** Everything that {@code order} asks for, ready to be fitted. */
  public FitTask task(FitOrder order) {
    return new FitTask(
        fold(order),
        standardizer(order),
        order.hyperparameters(),
        order.seed(),
        order.stopping(),
        start);
  }

  /** Fitted on the training part of the order's fold. */
  public Standardizer standardizer(FitOrder order) {
    return standardizers
        .getOrDefault(order.kind(), Map.of())
        .computeIfAbsent(order.fold(), _ -> Standardizer.fit(fold(order).standardizing()));
  }
}
