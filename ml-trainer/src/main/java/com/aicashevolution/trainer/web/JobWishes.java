package com.aicashevolution.trainer.web;

import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.trainer.backtest.BacktestRequest;
import com.aicashevolution.trainer.backtest.PlanResult;
import com.aicashevolution.trainer.backtest.jobs.Job;
import com.aicashevolution.trainer.backtest.jobs.JobKind;
import com.aicashevolution.trainer.backtest.jobs.JobQueue;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Queues jobs for the web, and says why one cannot be. */
@Component
final class JobWishes {

  private final JobQueue queue;

  JobWishes(JobQueue queue) {
    this.queue = queue;
  }

  Job enqueue(JobKind kind, BacktestRequest request, String actor) {
    try {
      return switch (queue.enqueue(kind, request, actor)) {
        case JobQueue.Wish.Queued(Job job) -> job;
        case JobQueue.Wish.Full(int waiting) ->
            throw new ProblemException(
                ProblemType.CONFLICT,
                waiting + " backtests and validations wait already; try again when one has ended");
        case JobQueue.Wish.Refused(PlanResult why) -> throw problem(why);
      };
    } catch (IOException e) {
      throw new ProblemException(
          Problem.of(ProblemType.UNAVAILABLE, "The artifact store cannot be reached"), e);
    }
  }

  private static ProblemException problem(PlanResult why) {
    return switch (why) {
      case PlanResult.Invalid(String field, var value, String message) ->
          ProblemException.invalid(field, value, message);
      case PlanResult.UnknownModel(String sentence) ->
          new ProblemException(ProblemType.NOT_FOUND, sentence);
      case PlanResult.DamagedModel(ModelVersion version, String sentence) ->
          new ProblemException(
              Problem.of(ProblemType.CONFLICT, version + " cannot be read: " + sentence)
                  .with("model_version", version));
      case PlanResult.NotEnoughHistory(var symbol, int available, int required) ->
          new ProblemException(
              Problem.of(
                      ProblemType.NOT_ENOUGH_HISTORY,
                      "%s has %d candles before the end of the period, %d are needed for one answer"
                          .formatted(symbol, available, required))
                  .with("symbol", symbol)
                  .with("available_candles", available)
                  .with("required_candles", required));
      case PlanResult.Planned _ -> throw new IllegalStateException("a plan is no refusal");
    };
  }
}
