package com.aicashevolution.trainer.schedule.dbscheduler;

import com.aicashevolution.trainer.fits.FitDispatcher;
import com.aicashevolution.trainer.fits.FitRef;
import com.aicashevolution.trainer.fits.FitWorker;
import com.aicashevolution.trainer.fits.FitWorker.Next;
import com.aicashevolution.trainer.fits.Replica;
import com.aicashevolution.trainer.schedule.ScheduleProperties;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One execution per fit, picked by whichever replica has a thread free; as many threads as fits at
 * once. A table of its own keeps fits from taking the threads of the tasks that make them, and each
 * scheduler from meeting executions it does not know. Thread-safe.
 */
final class FitScheduler implements FitDispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(FitScheduler.class);
  private static final String TABLE = "ml_fit_tasks";
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  /** A fit that is told to stop does so within a minibatch. */
  private static final Duration WAIT_BEFORE_INTERRUPT = Duration.ofSeconds(5);

  private final CustomTask<Void> task;
  private final Scheduler scheduler;
  private final FitWorker worker;
  private final Clock clock;

  FitScheduler(
      DataSource dataSource,
      FitWorker worker,
      ScheduleProperties properties,
      Replica replica,
      Clock clock) {
    this.worker = worker;
    this.clock = clock;
    this.task =
        Tasks.custom("training-fit", Void.class)
            .onFailure(
                (complete, operations) ->
                    operations.reschedule(complete, complete.getTimeDone().plus(AFTER_FAILURE)))
            .onDeadExecution(FitScheduler::revive)
            .execute((instance, _) -> completion(worker.work(FitRef.parse(instance.getId()))));
    this.scheduler =
        Scheduler.create(dataSource, task)
            .tableName(TABLE)
            .schedulerName(new SchedulerName.Fixed(replica.name()))
            .threads(replica.parallelism())
            .pollingInterval(properties.pollInterval())
            .heartbeatInterval(properties.heartbeat())
            .missedHeartbeatsLimit(SchedulerConfiguration.MISSED_HEARTBEATS_LIMIT)
            .shutdownMaxWait(WAIT_BEFORE_INTERRUPT)
            .enableImmediateExecution()
            .build();
  }

  /** Due since before all others, so it is the next that anybody takes. */
  private static void revive(ExecutionComplete dead, ExecutionOperations<Void> operations) {
    Execution execution = dead.getExecution();
    LOG.warn(
        "event=fit_abandoned fit={} by={} last_heartbeat={}",
        execution.getId(),
        execution.pickedBy,
        execution.lastHeartbeat);
    operations.reschedule(dead, execution.executionTime);
  }

  private static CompletionHandler<Void> completion(Next next) {
    return switch (next) {
      case Next.Over _ -> new CompletionHandler.OnCompleteRemove<>();
      case Next.Again(Duration after) ->
          (complete, operations) ->
              operations.reschedule(complete, complete.getTimeDone().plus(after));
    };
  }

  @Override
  public void dispatch(List<FitRef> fits) {
    for (FitRef fit : fits) {
      var _ = scheduler.scheduleIfNotExists(task.instance(fit.toString()), clock.instant());
    }
  }

  void start() {
    scheduler.start();
  }

  /** Gives fits back before the scheduler waits for them. */
  void stop() {
    worker.drain();
    scheduler.stop();
  }
}
