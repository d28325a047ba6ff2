package com.aicashevolution.api.gateway.web;

import com.aicashevolution.api.gateway.TrainingStatusFeed;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The current training run as a stream of events. */
@RestController
@Tag(name = "training")
class TrainingStreamController {

  private static final Duration LONGEST = Duration.ofHours(1);

  private final TrainingStatusFeed feed;

  TrainingStreamController(TrainingStatusFeed feed) {
    this.feed = feed;
  }

  @GetMapping(path = "/training-status/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      summary = "The current run as server-sent events",
      description =
          "status on every change, problem while the trainer does not answer; ends after an hour.")
  SseEmitter stream() {
    SseEmitter emitter = new SseEmitter(LONGEST.toMillis());
    TrainingStatusFeed.Listener listener = new EmitterListener(emitter);
    emitter.onCompletion(() -> feed.leave(listener));
    emitter.onTimeout(emitter::complete);
    emitter.onError(broken -> feed.leave(listener));
    if (!feed.listen(listener)) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          "there are " + TrainingStatusFeed.MAX_LISTENERS + " listeners already");
    }
    return emitter;
  }

  private record EmitterListener(SseEmitter emitter) implements TrainingStatusFeed.Listener {

    @Override
    public void status(JsonNode status) throws IOException {
      emitter.send(SseEmitter.event().name("status").data(status, MediaType.APPLICATION_JSON));
    }

    @Override
    public void lost(Problem problem) throws IOException {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("type", problem.type().uri());
      document.put("title", problem.type().title());
      document.put("status", problem.type().status());
      document.put("detail", problem.detail());
      emitter.send(SseEmitter.event().name("problem").data(document, MediaType.APPLICATION_JSON));
    }

    @Override
    public void heartbeat() throws IOException {
      emitter.send(SseEmitter.event().comment("still here"));
    }
  }
}
