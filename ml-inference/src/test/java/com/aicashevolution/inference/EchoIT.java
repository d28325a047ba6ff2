package com.aicashevolution.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The door that answers what it is sent. */
class EchoIT {
  private static final String QUESTION =
      "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":54.25}}";

  @TempDir static Path spool;

  @Test
  void givesBackWhatAnOperatorSendsWhereItIsOpened() {
    try (RunningInference service = start(Map.of("ml.bench.echo", "true"))) {
      assertThat(service.post("/echo", QUESTION).at("/indicators/rsi_value").doubleValue())
          .isEqualTo(54.25);
      assertThat(service.send("POST", "/echo", QUESTION, null).status()).isEqualTo(401);
      assertThat(service.post("/echo", "{\"symbol\":\"EURUSD\",\"rsi\":1}").status())
          .isEqualTo(400);
    }
  }

  @Test
  void isNotThereUnlessItIsOpened() {
    try (RunningInference service = start(Map.of())) {
      assertThat(service.post("/echo", QUESTION).status()).isEqualTo(404);
    }
  }

  private static RunningInference start(Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(InferenceServiceIT.onTestStack(spool));
    settings.putAll(more);
    return RunningInference.start(settings);
  }
}
