package com.aicashevolution.trainer.pipeline;

import com.aicashevolution.model.GateVerdict;
import com.aicashevolution.platform.registry.ModelRecord;
import org.jspecify.annotations.Nullable;

/** How a run ended, where nothing broke. */
public sealed interface RunOutcome {

  /**
   * A network was judged.
   *
   * @param published its entry in the registry; null where the run was not to publish
   */
  record Judged(RunMetrics metrics, GateVerdict verdict, @Nullable ModelRecord published)
      implements RunOutcome {}

  /**
   * There was nothing to judge.
   *
   * @param why complete sentence with its numbers
   */
  record Impossible(String why) implements RunOutcome {}

  /** Somebody asked it to stop. */
  record Cancelled() implements RunOutcome {}
}
