package com.aicashevolution.api.traffic;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds out why no model serves a symbol. */
@Component
public final class AbsenceReport {

  private final ModelRegistry registry;

  AbsenceReport(ModelRegistry registry) {
    this.registry = registry;
  }

  /** The newest version that could have served {@code symbol}, with its gate's verdict. */
  public Optional<ModelRecord> newestCandidate(Symbol symbol) {
    return ModelLine.candidatesFor(symbol).stream()
        .map(registry::newestOf)
        .flatMap(Optional::stream)
        .max(Comparator.comparing(ModelRecord::createdAt));
  }
}
