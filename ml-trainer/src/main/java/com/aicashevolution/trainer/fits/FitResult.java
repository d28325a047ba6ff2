package com.aicashevolution.trainer.fits;

import com.aicashevolution.trainer.training.FitOutcome;
import com.aicashevolution.trainer.training.FitOutcome.FittedNetwork;
import com.aicashevolution.trainer.training.FitTask;
import com.aicashevolution.trainer.training.FoldFit;

/** What a run keeps of a fit. */
public sealed interface FitResult {

  /** Answers of a network that is not needed any more. */
  record Scored(FoldFit fit) implements FitResult {}

  /** A network to be published. */
  record Network(FittedNetwork network) implements FitResult {}

  /**
   * The loss left the finite numbers.
   *
   * @param epoch counted from 1
   */
  record Diverged(int epoch) implements FitResult {}

  /** Somebody asked it to stop. */
  record Cancelled() implements FitResult {}

  /** What is kept of {@code outcome}; scores it where only its answers are wanted. */
  static FitResult of(FitOrder.Kind kind, FitTask task, FitOutcome outcome) {
    return switch (outcome) {
      case FitOutcome.Cancelled _ -> new Cancelled();
      case FitOutcome.Diverged(int epoch) -> new Diverged(epoch);
      case FitOutcome.Fitted(var network) ->
          kind == FitOrder.Kind.REFIT
              ? new Network(network)
              : new Scored(FoldFit.of(task, network));
    };
  }
}
