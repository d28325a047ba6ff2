package com.aicashevolution.api.signals.web;

import com.aicashevolution.signal.Direction;
import com.aicashevolution.signal.Probabilities;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Probabilities as the dashboard reads them: percent with two decimals. */
final class Percentages {

  private Percentages() {}

  static Map<String, Double> of(Probabilities probabilities) {
    Map<String, Double> percentages = new LinkedHashMap<>();
    for (Direction direction : List.of(Direction.BUY, Direction.HOLD, Direction.SELL)) {
      percentages.put(direction.name(), Math.round(probabilities.of(direction) * 10_000.0) / 100.0);
    }
    return percentages;
  }
}
