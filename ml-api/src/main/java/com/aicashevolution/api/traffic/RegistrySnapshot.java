package com.aicashevolution.api.traffic;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.registry.LineState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who served what when the registry was last read. Immutable.
 *
 * @param takenAt when it was read
 */
public record RegistrySnapshot(Map<ModelLine, LineState> lines, Instant takenAt) {

  public RegistrySnapshot {
    lines = Map.copyOf(lines);
  }

  static RegistrySnapshot of(List<LineState> states, Instant takenAt) {
    return new RegistrySnapshot(
        states.stream().collect(Collectors.toMap(LineState::line, Function.identity())), takenAt);
  }

  /** The most specific line that has a champion for these bars. */
  public Optional<LineState> servingLine(Symbol symbol, Timeframe timeframe) {
    return ModelLine.candidatesFor(symbol).stream()
        .map(lines::get)
        .filter(Objects::nonNull)
        .filter(state -> state.champion() != null && state.timeframe() == timeframe)
        .findFirst();
  }
}
