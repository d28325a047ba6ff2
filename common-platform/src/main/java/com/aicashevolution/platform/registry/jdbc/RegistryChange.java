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
 * @param version the one that was registered, promoted or rolled back
 * @param forced whether the gate had refused it
 */
record RegistryChange(
    LineState before,
    LineState after,
    ModelVersion version,
    Action action,
    boolean forced,
    String actor,
    @Nullable String reason,
    Instant at) {

  /** What was done. */
  enum Action {
    REGISTERED("registered", ModelStatus.RETIRED),
    PROMOTED("promoted", ModelStatus.RETIRED),
    ROLLED_BACK("rolled_back", ModelStatus.ROLLED_BACK);

    private final String rolloutName;
    private final ModelStatus statusOfTheLeaving;

    Action(String rolloutName, ModelStatus statusOfTheLeaving) {
      this.rolloutName = rolloutName;
      this.statusOfTheLeaving = statusOfTheLeaving;
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
        .forEach(left -> statuses.put(left, action.statusOfTheLeaving));
    if (after.champion() != null) {
      statuses.put(after.champion(), ModelStatus.ACTIVE);
    }
    if (after.challenger() != null) {
      statuses.put(after.challenger(), ModelStatus.CANDIDATE);
    }
    return statuses;
  }

  AuditEvent auditEvent() {
    Map<String, @Nullable Object> detail = new LinkedHashMap<>();
    detail.put("line", after.line());
    detail.put("timeframe", after.timeframe());
    detail.put("traffic_percentage", trafficPercentage());
    detail.put("champion_before", before.champion());
    detail.put("champion", after.champion());
    detail.put("challenger", after.challenger());
    detail.put("forced", forced);
    detail.put("reason", reason);
    return new AuditEvent(actor, "model." + action.rolloutName(), version.value(), detail);
  }
}
