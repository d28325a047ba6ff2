package com.aicashevolution.trainer.web;

import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelStatus;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.registry.LineState;
import com.aicashevolution.platform.registry.ModelRecord;
import org.jspecify.annotations.Nullable;

/** What a change of traffic led to. */
record TrafficBody(String status, String message, Result result) {

  /**
   * The version and its line now.
   *
   * @param trafficPercentage share of the line's traffic the version answers
   */
  record Result(
      ModelVersion modelVersion,
      int trafficPercentage,
      ModelStatus status,
      ModelLine line,
      @Nullable ModelVersion champion,
      @Nullable ModelVersion challenger,
      int challengerPercentage,
      @Nullable ModelVersion previous) {}

  static TrafficBody of(ModelRecord model, LineState state, String happened) {
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
            state.previous()));
  }

  private static int share(ModelVersion version, LineState state) {
    if (version.equals(state.champion())) {
      return 100 - state.challengerPercentage();
    }
    return version.equals(state.challenger()) ? state.challengerPercentage() : 0;
  }
}
