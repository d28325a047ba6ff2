package com.aicashevolution.inference;

import static com.aicashevolution.inference.Tensors.asJson;
import static com.aicashevolution.inference.Tensors.assertRefused;
import static com.aicashevolution.inference.Tensors.journalledWindows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aicashevolution.inference.RunningInference.Answer;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.platform.security.KeyIssuer;
import com.aicashevolution.platform.security.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the routes of the Open Inference Protocol do not answer, and to whom. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenInferenceRefusalsIT {

  private static final SampleArtifact MODEL =
      SampleArtifact.of("v20261101_020000", ModelLine.GLOBAL, 1);

  @TempDir static Path spool;
  private RunningInference service;

  @BeforeAll
  void start() throws IOException {
    service = RunningInference.start(InferenceServiceIT.onTestStack(spool));
    service.publish(MODEL);
    service.importCandles("EURUSD", 500);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.post("/predict", "{\"symbol\":\"EURUSD\"}").status() == 200);
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v2/models/forex, 404, not-found",
    "GET, /v2/models/EURUSD, 503, model-not-serving",
    "GET, /v2/models/global.M5, 503, model-not-serving",
    "GET, /v2/models/global.H2/ready, 404, not-found",
    "GET, /v2/models/global/versions/1, 404, not-found",
    "GET, /v2/models/global/versions/v20990101_000000/ready, 404, not-found",
    "GET, /v2/models/EURUSD/versions/v20261101_020000, 404, not-found",
    "GET, /v2/models/global/infer, 405, method-not-allowed",
    "GET, /v2/models/global;v=1, 400, invalid-request",
    "GET, /v2/models/%E6%97%A5%E6%9C%AC, 404, not-found",
    "GET, /v2/repository/index, 404, not-found",
    "POST, /v2/models/global/infer, 400, invalid-request",
    "POST, /v2/models/forex/infer, 404, not-found",
    "POST, /v2/models/global, 405, method-not-allowed"
  })
  void refusesWithADocumentThatIsBothAProblemAndTheProtocolsError(
      String method, String path, int status, String type) {
    assertRefused(
        service.send(
            method, path, method.equals("POST") ? "{}" : null, RunningInference.SERVICE_KEY),
        status,
        type);
  }

  /** These reach nobody who knows the protocol. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v2/models/..%2Fglobal",
        "/v2/models/%00",
        "/v2/models/global/versions/..%2Fv20261101_020000"
      })
  void refusesWhatIsNoAddress(String path) {
    assertThat(service.get(path))
        .returns(400, Answer::status)
        .returns(
            "urn:ml-trading:problem:invalid-request", answer -> answer.at("/type").textValue());
  }

  @Test
  void refusesBodiesItDoesNotRead() {
    byte[] body = asJson(journalledWindows(service)).toString().getBytes(StandardCharsets.UTF_8);
    String path = "/v2/models/global/infer";

    assertRefused(
        service.postRaw(path, body, Map.of("Content-Type", "text/csv")).json(),
        415,
        "unsupported-media-type");
    assertRefused(
        service
            .postRaw(
                path, body, Map.of("Content-Type", "application/json", "Content-Encoding", "gzip"))
            .json(),
        415,
        "unsupported-media-type");
    assertRefused(
        service
            .postRaw(path, new byte[(1 << 20) + 1], Map.of("Content-Type", "application/json"))
            .json(),
        413,
        "payload-too-large");
    assertRefused(
        service.postRaw(path, new byte[0], Map.of("Content-Type", "application/json")).json(),
        400,
        "invalid-request");
  }

  @Test
  void opensItsDoorsByRole() {
    String reader = key("reads", Role.READ);
    String predictor = key("predicts", Role.PREDICT);
    String body = asJson(journalledWindows(service)).toString();

    for (String path : List.of("/v2", "/v2/models/global", "/v2/models/global/ready")) {
      assertRefused(service.send("GET", path, null, null), 401, "unauthenticated");
      assertThat(service.send("GET", path, null, reader).status()).isEqualTo(200);
    }
    String infer = "/v2/models/global/infer";
    assertRefused(service.send("POST", infer, body, null), 401, "unauthenticated");
    assertRefused(service.send("POST", infer, body, reader), 403, "forbidden");
    assertThat(service.send("POST", infer, body, predictor).status()).isEqualTo(200);
  }

  @Test
  void knowsNoWindowOfWhatWasNeverAnswered() {
    assertThat(service.get("/predictions/" + new UUID(1, 1) + "/tensor").status()).isEqualTo(404);
    assertThat(service.get("/predictions/one/tensor").status()).isEqualTo(400);
    assertThat(
            service.send("GET", "/predictions/" + new UUID(1, 1) + "/tensor", null, null).status())
        .isEqualTo(401);
  }

  private String key(String name, Role role) {
    return service.bean(KeyIssuer.class).issue(name, role, null, "test").secret().reveal();
  }
}
