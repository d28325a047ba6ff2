package com.aicashevolution.api.traffic;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.registry.LineState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who served what when the registry was last read. Immutable.
 *
 * @param lines a state per line and timeframe
 * @param takenAt when it was read
 */
public record RegistrySnapshot(List<LineState> lines, Instant takenAt) {

  public RegistrySnapshot {
    lines = List.copyOf(lines);
  }

  /** The most specific line that has a champion for these bars. */
  public Optional<LineState> servingLine(Symbol symbol, Timeframe timeframe) {
    return ModelLine.candidatesFor(symbol).stream()
        .flatMap(line -> lines.stream().filter(state -> state.line().equals(line)))
        .filter(state -> state.champion() != null && state.timeframe() == timeframe)
        .findFirst();
  }
}
