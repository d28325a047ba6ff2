package com.aicashevolution.platform.weights;

import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.signal.IndicatorWeights;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Holds the weights in force, and the last known while they cannot be read. Thread-safe. */
public final class WeightsWatch {

  private static final Logger log = LoggerFactory.getLogger(WeightsWatch.class);

  private final WeightHistory history;
  private final Clock clock;
  private volatile InForce inForce = new InForce(List.of());
  private volatile @Nullable Instant readAt;
  private volatile boolean lost;

  public WeightsWatch(WeightHistory history, Clock clock) {
    this.history = history;
    this.clock = clock;
  }

  /**
   * The weights in force at one moment; the same object for as long as they stay the same.
   *
   * @param records at most one per line and timeframe
   */
  public record InForce(List<WeightsRecord> records) {

    public InForce {
      records = List.copyOf(records);
    }

    public Optional<WeightsRecord> of(ModelLine line, Timeframe timeframe) {
      return records.stream()
          .filter(each -> each.line().equals(line) && each.timeframe() == timeframe)
          .findFirst();
    }

    /** The weights of a line, neutral where it has none. */
    public IndicatorWeights weights(ModelLine line, Timeframe timeframe) {
      return of(line, timeframe).map(WeightsRecord::weights).orElse(IndicatorWeights.NEUTRAL);
    }
  }

  public InForce inForce() {
    return inForce;
  }

  /** When the weights were last read; empty until they were read once. */
  public Optional<Instant> readAt() {
    return Optional.ofNullable(readAt);
  }

  /** Whether the last attempt to read them failed. */
  public boolean isLost() {
    return lost;
  }

  /** Reads the weights now; a failure keeps those that are known. */
  public synchronized void refresh() {
    try {
      InForce now = new InForce(history.active());
      if (!now.equals(inForce)) {
        log.info(
            "event=weights_changed versions={}",
            now.records().stream().map(WeightsRecord::version).toList());
        inForce = now;
      }
      readAt = clock.instant();
      if (lost) {
        lost = false;
        log.info("event=weights_back");
      }
    } catch (DataAccessException | TransactionException unreadable) {
      if (!lost) {
        lost = true;
        log.warn("event=weights_lost reason=\"{}\"", unreadable.getMessage());
      }
    }
  }
}
