package com.aicashevolution.trainer.web;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRecord;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionResult.Changed;
import org.jspecify.annotations.Nullable;

/** What a change of traffic led to. */
record TrafficBody(String status, String message, Result result) {

  /**
   * The version and its line now.
   *
   * @param trafficPercentage share of the line's traffic the version answers
   * @param champion null where the line is vacant
   * @param servingLine the line that answers for this line's symbols: itself, or the less specific
   *     one that stands in for it
   * @param servingVersion the champion there
   */
  record Result(
      ModelVersion modelVersion,
      int trafficPercentage,
      ModelStatus status,
      ModelLine line,
      @Nullable ModelVersion champion,
      @Nullable ModelVersion challenger,
      int challengerPercentage,
      @Nullable ModelVersion previous,
      ModelLine servingLine,
      @Nullable ModelVersion servingVersion) {}

  /**
   * What {@code change} led to; {@code happened} goes on a sentence that begins with the version.
   */
  static TrafficBody of(Changed change, String happened) {
    ModelRecord model = change.model();
    LineState state = change.state();
    LineState serving = change.serving();
    return new TrafficBody(
        "success",
        model.version() + " " + happened,
        new Result(
            model.version(),
            share(model.version(), state),
            model.status(),
            state.line(),
            state.champion(),
            state.challenger(),
            state.challengerPercentage(),
            state.previous(),
            serving.line(),
            serving.champion()));
  }

  /** As {@link #of}, and who answers instead of the version that was rolled back. */
  static TrafficBody ofRollback(Changed change) {
    LineState state = change.state();
    LineState serving = change.serving();
    String instead =
        state.champion() == null
            ? "; line %s is vacant and %s of line %s serves in its place"
                .formatted(state.line(), serving.champion(), serving.line())
            : "; %s serves line %s".formatted(state.champion(), state.line());
    return of(change, "serves no longer" + instead);
  }

  private static int share(ModelVersion version, LineState state) {
    if (version.equals(state.champion())) {
      return 100 - state.challengerPercentage();
    }
    return version.equals(state.challenger()) ? state.challengerPercentage() : 0;
  }
}
