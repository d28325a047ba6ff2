package com.aicashevolution.inference.engine;

import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import java.util.Comparator;
import java.util.Optional;

/** Finds the model that comes closest to serving a symbol, so that its absence can be explained. */
public final class CandidateFinder {

  private final ModelRegistry registry;

  public CandidateFinder(ModelRegistry registry) {
    this.registry = registry;
  }

  /** The newest version of any line that may answer for {@code symbol}; empty if none is known. */
  public Optional<ModelRecord> newestFor(Symbol symbol) {
    try {
      return ModelLine.candidatesFor(symbol).stream()
          .flatMap(line -> registry.newestOf(line).stream())
          .max(Comparator.comparing(ModelRecord::createdAt));
    } catch (RuntimeException unreachable) {
      // it would only have explained a refusal, which stands without it
      return Optional.empty();
    }
  }
}
