package com.aicashevolution.platform.registry;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Knows every version and decides, atomically, which of them serve. Thread-safe across processes:
 * each change locks its line, and changes of one line happen one after the other.
 */
public interface ModelRegistry {

  /** Share of traffic a version gets when it arrives beside a champion. */
  int INITIAL_CHALLENGER_PERCENTAGE = 10;

  /**
   * Registers a published version. One whose gate passed becomes champion where its line has none,
   * else challenger at {@value #INITIAL_CHALLENGER_PERCENTAGE} % (an older challenger retires); one
   * whose gate refused it is kept as REJECTED and serves nobody.
   *
   * @return the record with its resulting status
   * @throws IllegalStateException if the version is already registered
   */
  ModelRecord register(ModelRecord trained, String actor);

  Optional<ModelRecord> find(ModelVersion version);

  /** Newest first. */
  List<ModelRecord> newest(int limit);

  /** The newest version of {@code line}, whatever its status. */
  Optional<ModelRecord> newestOf(ModelLine line);

  /** Every line that ever had a version, an entry per timeframe, ordered by name and timeframe. */
  List<LineState> lines();

  /**
   * Gives {@code version} a share of its line's traffic; 100 makes it champion and the champion
   * previous. Idempotent.
   */
  PromotionResult promote(PromotionRequest request);

  /**
   * Takes {@code version} out of service: a challenger loses its traffic, a champion gives way to
   * the line's previous version. The only champion of a category or a symbol gives way to the
   * nearest less specific line that has a champion on the same bars; its line is vacant then, and a
   * challenger of it leaves with it, back to CANDIDATE, for an operator to promote. Not possible
   * where nobody would serve the line's symbols afterwards.
   */
  PromotionResult rollback(ModelVersion version, String actor, @Nullable String reason);

  /** What happened to traffic, newest first. */
  List<RolloutEvent> rollouts(int limit);

  /**
   * A wish to move traffic.
   *
   * @param trafficPercentage in [0, 100]
   * @param force whether a version the gate refused may serve all the same; needs a reason
   */
  record PromotionRequest(
      ModelVersion version,
      int trafficPercentage,
      String actor,
      boolean force,
      @Nullable String reason) {

    public PromotionRequest {
      if (trafficPercentage < 0 || trafficPercentage > 100) {
        throw new IllegalArgumentException(
            "traffic_percentage must be in [0, 100], was " + trafficPercentage);
      }
    }
  }

  /** What became of a promotion or rollback. */
  sealed interface PromotionResult {

    /**
     * Done.
     *
     * @param state the new state of the version's line
     * @param serving the line that now answers for that line's symbols: itself, or the less
     *     specific one that stands in for it
     */
    record Changed(ModelRecord model, LineState state, LineState serving)
        implements PromotionResult {}

    /** No such version. */
    record Unknown(ModelVersion version) implements PromotionResult {}

    /** The gate refused it and nobody forced it, or forced it without a reason. */
    record Refused(ModelRecord model, String why) implements PromotionResult {}

    /** There is nothing to roll back to, or the version serves nobody. */
    record NotPossible(ModelVersion version, String why) implements PromotionResult {}
  }

  /**
   * A change of who serves.
   *
   * @param action {@code registered}, {@code promoted} or {@code rolled_back}
   */
  record RolloutEvent(
      long id,
      Instant at,
      ModelLine line,
      ModelVersion version,
      String action,
      int trafficPercentage,
      @Nullable ModelVersion previousChampion,
      boolean forced,
      String actor,
      @Nullable String reason) {}
}
