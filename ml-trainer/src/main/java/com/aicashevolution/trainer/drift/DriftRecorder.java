package com.aicashevolution.trainer.drift;

import com.aicashevolution.trainer.drift.LineCheck.Subject;
import com.aicashevolution.trainer.runs.TrainingQueue;
import com.aicashevolution.trainer.runs.TrainingRequest;
import com.aicashevolution.trainer.runs.TrainingRunStore.EnqueueResult;
import com.aicashevolution.trainer.runs.TrainingTrigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps a report and, where an operator allows it, queues the run that follows from it: both or
 * neither. Thread-safe.
 */
public final class DriftRecorder {

  private static final String ACTOR = "drift";

  private final DriftReports reports;
  private final TrainingQueue queue;
  private final DriftProperties properties;
  private final TransactionOperations transactions;

  public DriftRecorder(
      DriftReports reports,
      TrainingQueue queue,
      DriftProperties properties,
      TransactionOperations transactions) {
    this.reports = reports;
    this.queue = queue;
    this.properties = properties;
    this.transactions = transactions;
  }

  boolean hasDaily(Subject subject, Instant now) {
    return reports.hasDaily(subject.line(), subject.timeframe(), now);
  }

  /** Keeps {@code found}; the answer says which run was queued, or why none was. */
  DriftReport record(DriftReport found) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              DriftReport report =
                  properties.retrain() && found.state() == DriftState.DRIFTED
                      ? withRun(found)
                      : found;
              if (!reports.keep(report)) {
                // another replica was first: its report stands, and so must its run alone
                status.setRollbackOnly();
                return found;
              }
              return report;
            }));
  }

  private DriftReport withRun(DriftReport found) {
    List<String> reasons = new ArrayList<>(found.reasons());
    Optional<Instant> last = reports.lastQueued(found.line(), found.timeframe());
    if (last.isPresent()
        && found.checkedAt().isBefore(last.get().plus(properties.retrainCooldown()))) {
      reasons.add(
          "no retraining: one was asked for at %s, the next may be after %s"
              .formatted(last.get(), last.get().plus(properties.retrainCooldown())));
      return found.with(null, reasons);
    }
    TrainingRequest request = TrainingRequest.of(found.line(), found.timeframe());
    return switch (queue.enqueue(request, ACTOR, TrainingTrigger.DRIFT, true)) {
      case EnqueueResult.Queued(var run) -> found.with(run.trainingId(), reasons);
      case EnqueueResult.InProgress(var active) -> {
        reasons.add("no retraining: run " + active.trainingId() + " is waiting already");
        yield found.with(null, reasons);
      }
    };
  }
}
