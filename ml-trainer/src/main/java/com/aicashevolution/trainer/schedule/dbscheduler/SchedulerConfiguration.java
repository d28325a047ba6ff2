package com.aicashevolution.trainer.schedule.dbscheduler;

import com.aicashevolution.platform.persistence.SchemaMigration;
import com.aicashevolution.trainer.backtest.jobs.JobExecutor;
import com.aicashevolution.trainer.drift.DriftWatch;
import com.aicashevolution.trainer.fits.FitWorker;
import com.aicashevolution.trainer.fits.Replica;
import com.aicashevolution.trainer.runs.TrainingTrigger;
import com.aicashevolution.trainer.schedule.ScheduleProperties;
import com.aicashevolution.trainer.schedule.TrainingTasks;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the schedule. */
@Configuration(proxyBeanMethods = false)
class SchedulerConfiguration {

  static final int MISSED_HEARTBEATS_LIMIT = 4;

  /** A run that is told to stop does so within a minibatch. */
  private static final Duration WAIT_BEFORE_INTERRUPT = Duration.ofSeconds(2);

  /** The long ones that execute runs and backtests, and room for the short ones beside them. */
  private static final int THREADS = 4;

  /** A day without a check because the database was away for a minute would be a pity. */
  private static final Duration RETRY_DRIFT_CHECK = Duration.ofMinutes(5);

  @Bean
  FitScheduler fitScheduler(
      DataSource dataSource,
      FitWorker worker,
      ScheduleProperties properties,
      Replica replica,
      Clock clock) {
    return new FitScheduler(dataSource, worker, properties, replica, clock);
  }

  @Bean
  TrainingScheduler trainingScheduler(
      DataSource dataSource,
      SchemaMigration schema,
      TrainingTasks tasks,
      JobExecutor backtests,
      FitScheduler fits,
      DriftWatch drift,
      ScheduleProperties properties) {
    RecurringTask<Void> runs =
        task(
            "training-runs", Schedules.fixedDelay(properties.pollInterval()), tasks::executeQueued);
    RecurringTask<Void> jobs =
        task(
            "backtests", Schedules.fixedDelay(properties.pollInterval()), backtests::executeQueued);
    List<RecurringTask<Void>> recurring = new ArrayList<>(List.of(runs, jobs));
    if (properties.automatic()) {
      recurring.add(
          task(
              "training-weekly",
              cron(properties.weekly()),
              () -> tasks.queueRun(TrainingTrigger.WEEKLY)));
      recurring.add(
          task(
              "training-monthly",
              cron(properties.monthly()),
              () -> tasks.queueRun(TrainingTrigger.MONTHLY)));
      recurring.add(
          task("training-staleness", cron(properties.stalenessCheck()), tasks::checkStaleness));
      recurring.add(
          Tasks.recurring("drift-check", cron(properties.driftCheck()))
              .onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY_DRIFT_CHECK))
              .execute((_, _) -> drift.checkDaily()));
    }
    return new TrainingScheduler(scheduler(dataSource, recurring, properties), fits, schema);
  }

  private static Scheduler scheduler(
      DataSource dataSource, List<RecurringTask<Void>> tasks, ScheduleProperties properties) {
    return Scheduler.create(dataSource, new ArrayList<Task<?>>())
        .startTasks(tasks)
        .threads(THREADS)
        .pollingInterval(properties.pollInterval())
        .heartbeatInterval(properties.heartbeat())
        .missedHeartbeatsLimit(MISSED_HEARTBEATS_LIMIT)
        .shutdownMaxWait(WAIT_BEFORE_INTERRUPT)
        .build();
  }

  private static RecurringTask<Void> task(String name, Schedule schedule, Runnable action) {
    return Tasks.recurring(name, schedule).execute((_, _) -> action.run());
  }

  private static Schedule cron(String expression) {
    return Schedules.cron(expression, ZoneOffset.UTC);
  }
}
