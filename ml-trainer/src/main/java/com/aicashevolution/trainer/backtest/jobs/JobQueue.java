package com.aicashevolution.trainer.backtest.jobs;

import com.aicashevolution.trainer.backtest.BacktestPlan;
import com.aicashevolution.trainer.backtest.BacktestPlanner;
import com.aicashevolution.trainer.backtest.BacktestProperties;
import com.aicashevolution.trainer.backtest.BacktestRequest;
import com.aicashevolution.trainer.backtest.PlanResult;
import com.aicashevolution.trainer.backtest.jobs.JobStore.CancelResult;
import com.aicashevolution.trainer.backtest.jobs.JobStore.EnqueueResult;
import java.io.IOException;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes wishes for backtests and validations. Thread-safe. */
public final class JobQueue {

  private static final Logger LOG = LoggerFactory.getLogger(JobQueue.class);

  private final JobStore store;
  private final BacktestPlanner planner;
  private final Clock clock;
  private final BacktestProperties properties;

  public JobQueue(
      JobStore store, BacktestPlanner planner, Clock clock, BacktestProperties properties) {
    this.store = store;
    this.planner = planner;
    this.clock = clock;
    this.properties = properties;
  }

  /** What became of a wish. */
  public sealed interface Wish {

    record Queued(Job job) implements Wish {}

    /** There is no room. */
    record Full(int waiting) implements Wish {}

    /** It cannot be played. */
    record Refused(PlanResult why) implements Wish {}
  }

  /**
   * Queues a job, if it can be played as things are now.
   *
   * @throws IOException if the artifact store cannot be reached; nothing is queued
   */
  public Wish enqueue(JobKind kind, BacktestRequest request, String requestedBy)
      throws IOException {
    PlanResult checked = planner.plan("check", request);
    if (!(checked instanceof PlanResult.Planned(BacktestPlan plan))) {
      return new Wish.Refused(checked);
    }
    // by name, so that another champion cannot come between the wish and its fulfilment
    BacktestRequest exact =
        new BacktestRequest(
            plan.model().manifest().version().value(),
            null,
            null,
            request.symbols(),
            request.from(),
            request.to(),
            request.retrainEveryDays(),
            request.rules());
    return switch (store.enqueue(
        kind, exact, requestedBy, properties.maxWaiting(), clock.instant())) {
      case EnqueueResult.Full(int waiting) -> new Wish.Full(waiting);
      case EnqueueResult.Queued(Job job) -> {
        LOG.info(
            "event=backtest_queued job_id={} kind={} model_version={} requested_by={}",
            job.jobId(),
            kind.wireName(),
            exact.model(),
            requestedBy);
        yield new Wish.Queued(job);
      }
    };
  }

  /** Stops a job: a queued one at once, a running one at its next report. */
  public CancelResult cancel(String jobId, String actor) {
    return store.cancel(jobId, actor, clock.instant());
  }
}
