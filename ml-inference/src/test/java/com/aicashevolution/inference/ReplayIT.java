package com.aicashevolution.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.inference.RunningInference.Answer;
import com.aicashevolution.inference.cli.InferenceCommands;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.model.ModelLine;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Answers given again on real PostgreSQL and S3: over HTTP, and by the command line's audit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ReplayIT {

  private static final SampleArtifact CHAMPION =
      SampleArtifact.of("v20261101_020000", ModelLine.GLOBAL, 1).explainable();

  @TempDir static Path spool;
  private final List<String> ids = new ArrayList<>();
  private Map<String, String> settings = Map.of();
  private RunningInference service;

  @BeforeAll
  void predict() throws IOException {
    settings = InferenceServiceIT.onTestStack(spool);
    service = RunningInference.start(settings);
    service.publish(CHAMPION);
    service.importCandles("EURUSD", 500);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.post("/predict", "{\"symbol\":\"EURUSD\"}").status() == 200);
    for (int rsi = 20; rsi < 50; rsi++) {
      Answer answer =
          service.post(
              "/predict", "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":" + rsi + "}}");
      ids.add(answer.at("/prediction_id").textValue());
    }
  }

  @AfterAll
  void stop() {
    service.close();
  }

  /** What the command line printed, and its exit code. */
  private record Run(int exitCode, String output) {

    JsonNode json() throws IOException {
      return new ObjectMapper().readTree(output);
    }
  }

  private Run run(String... arguments) {
    PrintStream systemOut = System.out;
    PrintStream systemErr = System.err;
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream captured = new PrintStream(output, true, StandardCharsets.UTF_8);
    settings.forEach(System::setProperty);
    System.setOut(captured);
    System.setErr(captured);
    try {
      int code = InferenceCommands.run(arguments);
      return new Run(code, output.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(systemOut);
      System.setErr(systemErr);
      settings.keySet().forEach(System::clearProperty);
    }
  }

  private int update(String statement, String id) {
    return service.bean(JdbcClient.class).sql(statement).param(UUID.fromString(id)).update();
  }

  @Test
  @Order(1)
  void givesAnAnswerAgainOverHttp() {
    Answer replay = service.post("/predictions/" + ids.getFirst() + "/replay", "");

    assertThat(replay.status()).isEqualTo(200);
    assertThat(replay.at("/result").textValue()).isEqualTo("identical");
    assertThat(replay.at("/model_version").textValue()).isEqualTo("v20261101_020000");
    assertThat(replay.at("/first_difference").isNull()).isTrue();
    assertThat(replay.at("/compared")).hasSize(6);
  }

  @Test
  @Order(1)
  void explainsAnAnswerLaterAndInlineWithTheSameBits() {
    String id = ids.getFirst();
    Answer explanation = service.get("/predictions/" + id + "/explanation");

    assertThat(explanation.status()).isEqualTo(200);
    assertThat(explanation.at("/sum_gap").doubleValue()).isLessThan(1e-6);
    assertThat(explanation.at("/probabilities/BUY/values")).hasSize(17);
    assertThat(service.get("/predictions/" + id + "/explanation").at("/probabilities"))
        .isEqualTo(explanation.at("/probabilities"));
    Answer inline =
        service.post(
            "/predict",
            "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":91},\"explain\":true}");
    assertThat(inline.status()).isEqualTo(200);
    String fresh = inline.at("/prediction_id").textValue();
    assertThat(inline.at("/explanation/probabilities"))
        .isEqualTo(service.get("/predictions/" + fresh + "/explanation").at("/probabilities"));
    assertThat(service.post("/predict", "{\"symbol\":\"EURUSD\"}").body().has("explanation"))
        .isFalse();
    Answer batch = service.post("/batch-predict", "[{\"symbol\":\"EURUSD\",\"explain\":true}]");
    assertThat(batch.at("/errors/0/field").textValue()).isEqualTo("explain");
    assertThat(service.get("/predictions/" + new UUID(1, 1) + "/explanation").status())
        .isEqualTo(404);
  }

  @Test
  @Order(2)
  void auditsEveryRowFromTheCommandLine() throws IOException {
    Run all = run("replay", "--since", "1h", "--json");
    assertThat(all.exitCode()).isZero();
    assertThat(all.json().at("/rows").intValue()).isEqualTo(32);
    assertThat(all.json().at("/identical").intValue()).isEqualTo(32);

    Run sample = run("replay", "--sample", "7");
    assertThat(sample.exitCode()).isZero();
    assertThat(sample.output()).contains("7 of 7 identical, 0 different, 0 not replayable");

    assertThat(run("replay", ids.getLast()).exitCode()).isZero();
    assertThat(run("replay", "--since", "2999-01-01").output()).contains("nothing to replay");
  }

  @Test
  @Order(3)
  void saysWhatIsWrongWithItsArguments() {
    assertThat(run("replay", "--sample", "0").exitCode()).isEqualTo(2);
    assertThat(run("replay", "--since", "yesterday").output())
        .contains("--since must be 24h, 7d, a date or an instant, was 'yesterday'");
    Run unknown = run("replay", new UUID(1, 1).toString());
    assertThat(unknown.exitCode()).isEqualTo(1);
    assertThat(unknown.output()).contains("There is no prediction " + new UUID(1, 1));
  }

  @Test
  @Order(4)
  void findsTheOneBitThatSomebodyChanged() throws IOException {
    String id = ids.get(3);
    assertThat(
            update("update ml_predictions set p_buy = p_buy + 1.2e-7 where prediction_id = ?", id))
        .isEqualTo(1);

    Answer replay = service.post("/predictions/" + id + "/replay", "");
    assertThat(replay.status()).isEqualTo(200);
    assertThat(replay.at("/result").textValue()).isEqualTo("different");
    assertThat(replay.at("/first_difference/field").textValue()).isEqualTo("probabilities");
    assertThat(replay.at("/first_difference/index").intValue()).isEqualTo(2);
    assertThat(replay.at("/first_difference/journalled_bits").textValue())
        .hasSize(8)
        .isNotEqualTo(replay.at("/first_difference/recomputed_bits").textValue());

    Run audit = run("replay", "--since", "1h", "--json");
    assertThat(audit.exitCode()).isEqualTo(1);
    assertThat(audit.json().at("/different").intValue()).isEqualTo(1);
    assertThat(audit.json().at("/failures/0/prediction_id").textValue()).isEqualTo(id);
    assertThat(run("replay", id).exitCode()).isEqualTo(1);
  }

  @Test
  @Order(5)
  void namesAMissingRowAVersionThatIsGoneAndADamagedRow() {
    Answer nobody = service.post("/predictions/" + new UUID(1, 1) + "/replay", "");
    assertThat(nobody.status()).isEqualTo(404);
    assertThat(nobody.at("/detail").textValue()).contains(new UUID(1, 1).toString());

    update(
        "update ml_predictions set model_version = 'v20200101_000000' where prediction_id = ?",
        ids.get(5));
    Answer gone = service.post("/predictions/" + ids.get(5) + "/replay", "");
    assertThat(gone.status()).isEqualTo(409);
    assertThat(gone.at("/type").textValue()).endsWith("not-replayable");
    assertThat(gone.at("/reason").textValue()).isEqualTo("UNKNOWN_VERSION");

    update("update ml_predictions set input = '\\x0000' where prediction_id = ?", ids.get(6));
    Answer damaged = service.post("/predictions/" + ids.get(6) + "/replay", "");
    assertThat(damaged.status()).isEqualTo(409);
    assertThat(damaged.at("/reason").textValue()).isEqualTo("DAMAGED_ROW");
    assertThat(service.send("POST", "/predictions/" + ids.get(0) + "/replay", null, null).status())
        .isEqualTo(401);
  }

  @Test
  @Order(6)
  void exportsAVersionOnceAndNamesWhatItCannot() throws IOException {
    Path file = spool.resolve("champion.onnx");

    assertThat(run("export-onnx", "v20261101_020000", "--out", file.toString()).exitCode())
        .isZero();
    assertThat(Files.size(file)).isGreaterThan(2_000);
    Run again = run("export-onnx", "v20261101_020000", "--out", file.toString());
    assertThat(again.exitCode()).isEqualTo(1);
    assertThat(again.output()).contains("--force replaces it");
    String other = spool.resolve("other.onnx").toString();
    assertThat(run("export-onnx", "v20200101_000000", "--out", other).output())
        .contains("There is no version v20200101_000000");
    assertThat(run("export-onnx", "latest", "--out", other).exitCode()).isEqualTo(2);
  }

  @Test
  @Order(7)
  void examinesTheKernelWithAVersionAndNamesWhatItCannot() throws IOException {
    Path file = spool.resolve("answers");
    String out = file.toString();

    Run run = run("kernel", "v20261101_020000", "--windows", "30", "--out", out);
    assertThat(run.exitCode()).isZero();
    JsonNode report =
        new ObjectMapper().readTree(run.output().lines().reduce((_, last) -> last).orElseThrow());
    assertThat(report.at("/same_alone_and_in_a_batch").intValue()).isEqualTo(30);
    assertThat(report.at("/golden_vectors").intValue()).isPositive();
    assertThat(report.at("/golden_error").doubleValue()).isLessThan(1e-6);
    assertThat(Files.size(file)).isEqualTo(30 * 6 * Float.BYTES);
    assertThat(run("kernel", "v20200101_000000", "--out", out).output())
        .contains("There is no version v20200101_000000");
    Run none = run("kernel", "v20261101_020000", "--windows", "0", "--out", out);
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.output()).contains("--windows must be in [1, 10000000], was 0");
  }
}
