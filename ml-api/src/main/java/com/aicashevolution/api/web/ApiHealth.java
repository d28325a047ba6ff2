package com.aicashevolution.api.web;

import com.aicashevolution.api.gateway.UpstreamGuard;
import com.aicashevolution.api.traffic.RegistrySnapshot;
import com.aicashevolution.api.traffic.RegistryWatch;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.observability.ServiceHealth;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;

/** What the front door says of itself. */
@Component
@ConditionalOnWebApplication
final class ApiHealth implements ServiceHealth {

  private final RegistryWatch watch;
  private final List<UpstreamGuard> guards;
  private final TradedSymbols traded;
  private final Clock clock;

  ApiHealth(RegistryWatch watch, List<UpstreamGuard> guards, TradedSymbols traded, Clock clock) {
    this.watch = watch;
    this.guards = List.copyOf(guards);
    this.traded = traded;
    this.clock = clock;
  }

  @Override
  public Map<String, @Nullable Object> fields() {
    Optional<RegistrySnapshot> snapshot = watch.snapshot();
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("symbols", traded.symbols().size());
    fields.put(
        "champions",
        snapshot
            .map(s -> s.lines().stream().filter(line -> line.champion() != null).count())
            .orElse(null));
    fields.put(
        "registry_age_seconds",
        snapshot
            .map(s -> Duration.between(s.takenAt(), clock.instant()).toMillis() / 1000.0)
            .orElse(null));
    fields.put("registry_lost", watch.isLost());
    fields.put(
        "upstreams_left_alone",
        guards.stream().filter(UpstreamGuard::isOpen).map(UpstreamGuard::name).toList());
    return fields;
  }

  @Override
  public Optional<String> notReadyBecause() {
    return watch.snapshot().isPresent()
        ? Optional.empty()
        : Optional.of("the model registry has not been read yet");
  }
}
