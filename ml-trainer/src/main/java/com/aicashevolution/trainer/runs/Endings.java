package com.aicashevolution.trainer.runs;

import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.trainer.pipeline.RunOutcome;
import com.aicashevolution.trainer.pipeline.RunStep;
import com.aicashevolution.trainer.runs.TrainingRunStore.Ending;
import org.jspecify.annotations.Nullable;

/** What the history says about the end of a run. */
final class Endings {

  private static final int MAX_SENTENCE = 500;

  private Endings() {}

  /** The ending of a run in which nothing broke; {@code step} is where it was. */
  static Ending of(RunOutcome outcome, RunStep step) {
    return switch (outcome) {
      case RunOutcome.Judged judged -> judged(judged);
      case RunOutcome.Impossible(String why) -> failed(step, why);
      case RunOutcome.Cancelled _ ->
          new Ending(RunStatus.CANCELLED, step, "cancelled on request", TrainingRun.Result.NONE);
    };
  }

  static Ending failed(RunStep step, String message) {
    return new Ending(RunStatus.FAILED, step, message, TrainingRun.Result.NONE);
  }

  /** A sentence for the history; the stack trace is in the log. */
  static String sentence(Exception e) {
    String text =
        e.getClass().getSimpleName() + (e.getMessage() == null ? "" : ": " + e.getMessage());
    return text.length() <= MAX_SENTENCE ? text : text.substring(0, MAX_SENTENCE) + "…";
  }

  private static Ending judged(RunOutcome.Judged judged) {
    GateVerdict verdict = judged.verdict();
    ModelRecord published = judged.published();
    String gate =
        verdict.passed()
            ? "the gate passed it"
            : "the gate refused it: " + String.join("; ", verdict.reasons());
    return new Ending(
        verdict.passed() ? RunStatus.SUCCEEDED : RunStatus.REJECTED,
        RunStep.DONE,
        name(published) + gate,
        new TrainingRun.Result(
            published == null ? null : published.version(), judged.metrics(), verdict));
  }

  private static String name(@Nullable ModelRecord published) {
    return published == null
        ? "not published, as asked; "
        : published.version() + " is " + published.status() + ", ";
  }
}
