package com.aicashevolution.api.traffic;

import com.aicashevolution.platform.registry.ModelRegistry;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Holds the newest snapshot of the registry, and the last one while it cannot be read. */
@Component
public final class RegistryWatch {

  private static final Logger log = LoggerFactory.getLogger(RegistryWatch.class);

  private final ModelRegistry registry;
  private final Clock clock;
  private volatile @Nullable RegistrySnapshot snapshot;
  private volatile boolean lost;

  RegistryWatch(ModelRegistry registry, Clock clock) {
    this.registry = registry;
    this.clock = clock;
  }

  /** The newest snapshot; empty until the registry was read once. */
  public Optional<RegistrySnapshot> snapshot() {
    return Optional.ofNullable(snapshot);
  }

  /** Whether the last attempt to read the registry failed. */
  public boolean isLost() {
    return lost;
  }

  /** Reads the registry now; a failure keeps the last snapshot. */
  public synchronized void refresh() {
    try {
      RegistrySnapshot now = new RegistrySnapshot(registry.lines(), clock.instant());
      RegistrySnapshot before = snapshot;
      snapshot = now;
      if (before != null && !before.lines().equals(now.lines())) {
        log.info("traffic changed: {}", now.lines());
      }
      if (lost) {
        lost = false;
        log.info("registry back");
      }
    } catch (DataAccessException | TransactionException unreadable) {
      if (!lost) {
        lost = true;
        log.warn("registry lost, routing by its last state: {}", unreadable.getMessage());
      }
    }
  }
}
