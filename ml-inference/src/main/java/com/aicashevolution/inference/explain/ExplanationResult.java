package com.aicashevolution.inference.explain;

import com.aicashevolution.inference.engine.LoadResult;
import com.aicashevolution.model.ModelVersion;

/** What explaining an answer came to. */
public sealed interface ExplanationResult {

  /** Explained. */
  record Explained(Explanation explanation) implements ExplanationResult {}

  /** The version was published without the windows its answers are explained against. */
  record NoBackground(ModelVersion version) implements ExplanationResult {}

  /** So many explanations are under way that this one did not begin. */
  record Busy(int atOnce) implements ExplanationResult {}

  /** The row cannot be a row that was written, or its answer does not come out of it again. */
  record NotTheAnswer(String why) implements ExplanationResult {}

  /** The version cannot be had; {@code why} is every kind but the loaded one. */
  record NoModel(ModelVersion version, LoadResult why) implements ExplanationResult {}
}
