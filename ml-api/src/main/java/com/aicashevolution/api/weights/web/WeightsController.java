package com.aicashevolution.api.weights.web;

import com.aicashevolution.api.gateway.Trainer;
import com.aicashevolution.api.weights.LineImportance;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.weights.WeightHistory;
import com.aicashevolution.platform.weights.WeightsWatch;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows how much each indicator is trusted, and asks for better weights. */
@RestController
@Tag(name = "weights")
class WeightsController {

  private static final int MOST = 200;

  private final WeightsWatch watch;
  private final WeightHistory history;
  private final LineImportance importance;
  private final Trainer trainer;
  private final Clock clock;

  WeightsController(
      WeightsWatch watch,
      WeightHistory history,
      LineImportance importance,
      Trainer trainer,
      Clock clock) {
    this.watch = watch;
    this.history = history;
    this.importance = importance;
    this.trainer = trainer;
    this.clock = clock;
  }

  /** Versions, newest first. */
  record HistoryBody(List<WeightsVersionBody> weights, int count) {}

  @GetMapping("/weights")
  @Operation(
      summary = "The indicator weights in force on a line, with what its champion uses",
      description =
          "Answered from memory, which follows the database once a second; while the database does"
              + " not answer, from the last known, stale once they are older than five minutes.")
  WeightsBody weights(
      @RequestParam(defaultValue = "global") ModelLine line,
      @RequestParam(defaultValue = "H1") Timeframe timeframe) {
    return WeightsBody.of(
        line,
        timeframe,
        watch.inForce().of(line, timeframe).orElse(null),
        importance.of(line, timeframe).orElse(null),
        new WeightsBody.Reading(watch.readAt().orElse(null), clock.instant()));
  }

  @GetMapping("/weights/history")
  @Operation(summary = "Every version of a line's weights, newest first")
  HistoryBody history(
      @RequestParam(defaultValue = "global") ModelLine line,
      @RequestParam(defaultValue = "H1") Timeframe timeframe,
      @RequestParam(defaultValue = "20") @Min(1) @Max(MOST) int limit) {
    List<WeightsVersionBody> versions =
        history.newest(line, timeframe, limit).stream().map(WeightsVersionBody::of).toList();
    return new HistoryBody(versions, versions.size());
  }

  @PostMapping(path = "/weights/optimize", consumes = MediaType.ALL_VALUE)
  @Operation(
      summary = "Look for better weights and put them in force if there are some",
      description =
          "Learns from what the line's predictions brought, or from trades posted as CSV in the"
              + " field trades. Answers with the improvement measured out of sample and whether it"
              + " was enough.")
  JsonNode optimize(@RequestBody(required = false) byte @Nullable [] body) {
    return known(trainer.search("/weights/optimize", body));
  }

  @PostMapping(path = "/weights/reset", consumes = MediaType.ALL_VALUE)
  @Operation(summary = "Go back to neutral weights; needs a reason")
  JsonNode reset(@RequestBody(required = false) byte @Nullable [] body) {
    return known(trainer.post("/weights/reset", Map.of(), body));
  }

  /** What changed is shown at once. */
  private JsonNode known(Trainer.Answer answer) {
    watch.refresh();
    return answer.body();
  }
}
