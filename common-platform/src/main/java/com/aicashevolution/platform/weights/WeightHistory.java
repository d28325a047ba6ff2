package com.aicashevolution.platform.weights;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.weights.WeightsRecord.Origin;
import java.util.List;
import java.util.Optional;

/** Keeps every version of every line's weights. Thread-safe across processes. */
public interface WeightHistory {

  /** Those in force, at most one per line and timeframe, ordered by both. */
  List<WeightsRecord> active();

  /** Newest first. */
  List<WeightsRecord> newest(ModelLine line, Timeframe timeframe, int limit);

  /**
   * Puts new weights in force and retires those before them, in one step with its audit row.
   *
   * @return the new version; empty where the weights in force are no longer {@code
   *     draft.improvement.against}, to which they were compared
   */
  Optional<WeightsRecord> store(Draft draft, String actor);

  /**
   * Goes back to neutral weights.
   *
   * @return the version that was in force; empty where there was none
   */
  Optional<WeightsRecord> reset(ModelLine line, Timeframe timeframe, String actor, String reason);

  /**
   * Weights without a version.
   *
   * @param values in the order of the indicators
   */
  record Draft(ModelLine line, Timeframe timeframe, List<Double> values, Origin origin) {

    public Draft {
      values = List.copyOf(values);
    }
  }
}
