package com.aicashevolution.api.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.api.FakeTrainer;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TrainingStatusFeedTest {

  private final FakeTrainer trainer = new FakeTrainer();
  private final TrainingStatusFeed feed = new TrainingStatusFeed(trainer, Duration.ofMillis(2));

  @AfterEach
  void close() {
    feed.close();
  }

  private static JsonNode status(String status) {
    return JsonNodeFactory.instance.objectNode().put("status", status);
  }

  private static String next(Recorder recorder) throws InterruptedException {
    return String.valueOf(recorder.heard.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void shouldTellTheStatusAtOnceAndEveryChange() throws InterruptedException {
    Recorder recorder = new Recorder();

    assertThat(feed.listen(recorder)).isTrue();
    assertThat(next(recorder)).isEqualTo("idle");
    trainer.answerWith(200, status("running"));
    assertThat(next(recorder)).isEqualTo("running");
    trainer.answerWith(200, status("idle"));
    assertThat(next(recorder)).isEqualTo("idle");
  }

  @Test
  void shouldTellANewcomerTheStatusOthersKnowAlready() throws InterruptedException {
    Recorder early = new Recorder();
    feed.listen(early);
    assertThat(next(early)).isEqualTo("idle");

    Recorder late = new Recorder();
    feed.listen(late);

    assertThat(next(late)).isEqualTo("idle");
  }

  @Test
  void shouldSayThatTheTrainerIsAwayAndWhenItIsBack() throws InterruptedException {
    trainer.failWith(new ProblemException(ProblemType.UNAVAILABLE, "ml-trainer is away"));
    Recorder recorder = new Recorder();
    feed.listen(recorder);

    assertThat(next(recorder)).isEqualTo("lost: ml-trainer is away");
    trainer.answerWith(200, status("idle"));
    String heard = next(recorder);
    while (heard.startsWith("lost")) {
      heard = next(recorder);
    }
    assertThat(heard).isEqualTo("idle");
  }

  @Test
  void shouldForgetAListenerThatHungUp() throws InterruptedException {
    Recorder gone = new Recorder();
    gone.hungUp = true;
    Recorder here = new Recorder();

    feed.listen(gone);
    feed.listen(here);

    assertThat(next(here)).isEqualTo("idle");
    trainer.answerWith(200, status("running"));
    assertThat(next(here)).isEqualTo("running");
    assertThat(gone.heard).isEmpty();
  }

  @Test
  void shouldTurnAwayMoreListenersThanItServes() {
    for (int i = 0; i < TrainingStatusFeed.MAX_LISTENERS; i++) {
      assertThat(feed.listen(new Recorder())).isTrue();
    }
    assertThat(feed.listen(new Recorder())).isFalse();
  }

  private static final class Recorder implements TrainingStatusFeed.Listener {

    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private volatile boolean hungUp;

    @Override
    public void status(JsonNode status) throws IOException {
      if (hungUp) {
        throw new IOException("broken pipe");
      }
      heard.add(status.path("status").asText());
    }

    @Override
    public void lost(Problem problem) {
      heard.add("lost: " + problem.detail());
    }

    @Override
    public void heartbeat() {
      // nothing to note
    }
  }
}
