package com.aicashevolution.platform.registry.jdbc;

import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.audit.AuditLog.AuditEvent;
import com.aicashevolution.platform.registry.LineState;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One change of who serves, with all that has to be written about it.
 *
 * @param serving the line that answers for this one's symbols after the change
 * @param version the one that was registered, promoted or rolled back
 * @param forced whether the gate had refused it
 */
record RegistryChange(
    LineState before,
    LineState after,
    LineState serving,
    ModelVersion version,
    Action action,
    boolean forced,
    String actor,
    @Nullable String reason,
    Instant at) {

  /** What was done. */
  enum Action {
    REGISTERED("registered"),
    PROMOTED("promoted"),
    ROLLED_BACK("rolled_back");

    private final String rolloutName;

    Action(String rolloutName) {
      this.rolloutName = rolloutName;
    }

    String rolloutName() {
      return rolloutName;
    }
  }

  /** Share of traffic the version has after the change. */
  int trafficPercentage() {
    if (version.equals(after.champion())) {
      return 100 - after.challengerPercentage();
    }
    return version.equals(after.challenger()) ? after.challengerPercentage() : 0;
  }

  /** Status of every version the change touches. */
  Map<ModelVersion, ModelStatus> statuses() {
    Map<ModelVersion, ModelStatus> statuses = new LinkedHashMap<>();
    Stream.of(before.champion(), before.challenger())
        .filter(left -> left != null && !after.isServedBy(left))
        .forEach(left -> statuses.put(left, statusOfLeaving(left)));
    if (after.champion() != null) {
      statuses.put(after.champion(), ModelStatus.ACTIVE);
    }
    if (after.challenger() != null) {
      statuses.put(after.challenger(), ModelStatus.CANDIDATE);
    }
    return statuses;
  }

  /**
   * A rollback condemns the version it names and nobody else: a challenger that leaves because its
   * line became vacant is as good a candidate as before.
   */
  private ModelStatus statusOfLeaving(ModelVersion left) {
    return switch (action) {
      case REGISTERED, PROMOTED -> ModelStatus.RETIRED;
      case ROLLED_BACK -> left.equals(version) ? ModelStatus.ROLLED_BACK : ModelStatus.CANDIDATE;
    };
  }

  AuditEvent auditEvent() {
    Map<String, @Nullable Object> detail = new LinkedHashMap<>();
    detail.put("line", after.line());
    detail.put("timeframe", after.timeframe());
    detail.put("traffic_percentage", trafficPercentage());
    detail.put("champion_before", before.champion());
    detail.put("champion", after.champion());
    detail.put("challenger", after.challenger());
    detail.put("serving_line", serving.line());
    detail.put("serving_version", serving.champion());
    detail.put("forced", forced);
    detail.put("reason", reason);
    return new AuditEvent(actor, "model." + action.rolloutName(), version.value(), detail);
  }
}
