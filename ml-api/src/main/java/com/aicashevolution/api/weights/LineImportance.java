package com.aicashevolution.api.weights;

import com.aicashevolution.api.traffic.RegistrySnapshot;
import com.aicashevolution.api.traffic.RegistryWatch;
import com.aicashevolution.attribution.IndicatorImportance;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * What a line's champion uses. A version never changes, so each is read once; one that cannot be
 * read now is read the next time. Thread-safe.
 */
@Component
@ConditionalOnWebApplication
public final class LineImportance {

  private final RegistryWatch watch;
  private final ModelRegistry registry;
  private final Map<ModelVersion, Optional<IndicatorImportance>> known = new ConcurrentHashMap<>();

  LineImportance(RegistryWatch watch, ModelRegistry registry) {
    this.watch = watch;
    this.registry = registry;
  }

  /** A version and what it uses. */
  public record OfVersion(ModelVersion version, IndicatorImportance importance) {}

  /** Empty where nobody serves the line, or that was not measured, or cannot be read. */
  public Optional<OfVersion> of(ModelLine line, Timeframe timeframe) {
    return watch
        .snapshot()
        .map(RegistrySnapshot::lines)
        .flatMap(
            lines ->
                lines.stream()
                    .filter(each -> each.line().equals(line) && each.timeframe() == timeframe)
                    .findFirst())
        .map(LineState::champion)
        .flatMap(champion -> of(champion).map(found -> new OfVersion(champion, found)));
  }

  private Optional<IndicatorImportance> of(ModelVersion version) {
    try {
      return known.computeIfAbsent(
          version, wanted -> registry.find(wanted).map(ModelRecord::attribution));
    } catch (DataAccessException | TransactionException unreadable) {
      return Optional.empty();
    }
  }
}
