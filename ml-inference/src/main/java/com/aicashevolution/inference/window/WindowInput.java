package com.aicashevolution.inference.window;

import com.aicashevolution.feature.FeatureSchema;
import com.aicashevolution.indicator.IndicatorName;
import com.aicashevolution.indicator.IndicatorSnapshot;
import java.util.List;
import java.util.Map;

/** What a client brings to a prediction. */
public sealed interface WindowInput {

  /** How the journal calls it. */
  String kind();

  /** Nothing: the stored candles alone. */
  record Stored() implements WindowInput {

    @Override
    public String kind() {
      return "stored";
    }
  }

  /** Indicators of the newest bar; names it does not give are imputed from the stored candles. */
  record NewestRow(Map<IndicatorName, Double> indicators) implements WindowInput {

    public NewestRow {
      indicators = Map.copyOf(indicators);
    }

    @Override
    public String kind() {
      return "indicators";
    }
  }

  /** All twenty rows, oldest first; the last belongs to the newest stored bar. */
  record Sequence(List<IndicatorSnapshot> snapshots) implements WindowInput {

    public Sequence {
      snapshots = List.copyOf(snapshots);
      if (snapshots.size() != FeatureSchema.WINDOW_BARS) {
        throw new IllegalArgumentException(
            "sequence must have "
                + FeatureSchema.WINDOW_BARS
                + " snapshots, had "
                + snapshots.size());
      }
    }

    @Override
    public String kind() {
      return "sequence";
    }
  }
}
