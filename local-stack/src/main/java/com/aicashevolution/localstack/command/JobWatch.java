package com.aicashevolution.localstack.command;

import com.aicashevolution.localstack.StackFailure;
import com.aicashevolution.localstack.client.ApiClient;
import com.aicashevolution.localstack.terminal.Progress;
import com.aicashevolution.localstack.terminal.Terminal;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Set;

/** Shows a backtest or a validation while it runs. */
final class JobWatch {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);
  private static final Set<String> UNFINISHED = Set.of("queued", "running");

  private final ApiClient api;
  private final Terminal terminal;

  JobWatch(ApiClient api, Terminal terminal) {
    this.api = api;
    this.terminal = terminal;
  }

  /**
   * Looks at {@code address} until the job there has succeeded.
   *
   * @return the last look
   * @throws StackFailure where it ends otherwise, or when the waiting thread is interrupted
   */
  JsonNode follow(String address, String step) {
    JsonNode job = api.get(address);
    try (Progress progress = terminal.progress(step, 100, "%")) {
      progress.update(0, job.path("message").asText());
      while (UNFINISHED.contains(job.path("status").asText())) {
        pause();
        job = api.get(address);
        progress.update(100 * job.path("progress").asDouble(), job.path("message").asText());
      }
    }
    if (!job.path("status").asText().equals("succeeded")) {
      throw new StackFailure(
          "%s ended as %s: %s"
              .formatted(
                  job.path("id").asText(),
                  job.path("status").asText(),
                  job.path("message").asText()));
    }
    return job;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted while waiting for a backtest", e);
    }
  }
}
