package com.aicashevolution.inference;

import static com.aicashevolution.inference.Tensors.asJson;
import static com.aicashevolution.inference.Tensors.assertRefused;
import static com.aicashevolution.inference.Tensors.floats;
import static com.aicashevolution.inference.Tensors.journalledWindows;
import static com.aicashevolution.inference.Tensors.withBytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import com.aicashevolution.inference.RunningInference.Answer;
import com.aicashevolution.inference.RunningInference.RawAnswer;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.inference.onnx.OnnxExport;
import com.aicashevolution.localstack.monitoring.Scrape;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelManifest;
import com.aicashevolution.platform.artifact.SafetensorsCodec;
import com.aicashevolution.platform.registry.ModelRegistry;
import com.aicashevolution.platform.registry.ModelRegistry.PromotionRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The Open Inference Protocol on a port, beside the native routes. Requests have the form that
 * KServe's and Triton's own clients send: their JSON members, their headers, their bytes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class OpenInferenceIT {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SampleArtifact FIRST =
      SampleArtifact.of("v20261101_020000", ModelLine.GLOBAL, 1);
  private static final SampleArtifact SECOND =
      SampleArtifact.of("v20261102_020000", ModelLine.GLOBAL, 2);

  @TempDir static Path spool;
  private RunningInference service;

  @BeforeAll
  void start() {
    service = RunningInference.start(InferenceServiceIT.onTestStack(spool));
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @Test
  @Order(1)
  void isLiveButNotReadyBeforeThereIsAChampion() {
    assertThat(service.send("GET", "/v2/health/live", null, null))
        .returns(200, Answer::status)
        .returns(true, answer -> answer.at("/live").booleanValue());
    assertThat(service.send("GET", "/v2/health/ready", null, null))
        .returns(503, Answer::status)
        .returns(false, answer -> answer.at("/ready").booleanValue())
        .returns("no line has a champion", answer -> answer.at("/reasons/0").textValue());
    assertThat(service.get("/v2/models/global/ready"))
        .returns(503, Answer::status)
        .returns("global", answer -> answer.at("/name").textValue())
        .returns(false, answer -> answer.at("/ready").booleanValue());
    assertRefused(service.get("/v2/models/global"), 503, "model-not-serving");
    assertRefused(service.post("/v2/models/global/infer", "{}"), 503, "model-not-serving");
  }

  @Test
  @Order(2)
  void describesServerAndModelOnceThereIsOne() throws IOException {
    service.publish(FIRST);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.get("/v2/health/ready").status() == 200);

    assertThat(service.get("/v2/health/ready").at("/ready").booleanValue()).isTrue();
    assertThat(service.get("/v2").body())
        .isEqualTo(
            JSON.readTree(
                """
                {"name":"ml-inference","version":"development",
                 "extensions":["binary_tensor_data"]}"""));
    Answer model = service.get("/v2/models/global");
    assertThat(model.status()).isEqualTo(200);
    assertThat(model.at("/name").textValue()).isEqualTo("global");
    assertThat(model.at("/versions")).isEqualTo(JSON.valueToTree(List.of("v20261101_020000")));
    assertThat(model.at("/inputs/0/name").textValue()).isEqualTo("windows");
    assertThat(model.at("/inputs/0/datatype").textValue()).isEqualTo("FP32");
    assertThat(model.at("/inputs/0/shape")).isEqualTo(JSON.valueToTree(List.of(-1, 20, 17)));
    assertThat(model.at("/inputs/0/parameters/features").textValue())
        .startsWith("adx_value,rsi_value,ema_12")
        .endsWith("cci_value");
    assertThat(model.at("/outputs/0/shape")).isEqualTo(JSON.valueToTree(List.of(-1, 3)));
    assertThat(model.at("/outputs/0/parameters/classes").textValue()).isEqualTo("SELL,HOLD,BUY");
    assertThat(service.get("/v2/models/global/ready"))
        .returns(200, Answer::status)
        .returns(true, answer -> answer.at("/ready").booleanValue());
  }

  @Test
  @Order(3)
  void answersAPredictionsWindowWithThePredictionsBits() {
    service.importCandles("EURUSD", 500);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> service.post("/predict", "{\"symbol\":\"EURUSD\"}").status() == 200);
    for (String question :
        List.of(
            "{\"symbol\":\"EURUSD\"}",
            "{\"symbol\":\"EURUSD\",\"indicators\":{\"rsi_value\":71.5}}")) {
      String id = service.post("/predict", question).at("/prediction_id").textValue();
      JsonNode journalled = service.get("/predictions/" + id).at("/raw_probabilities");
      Answer tensor = service.get("/predictions/" + id + "/tensor");

      Answer answer = service.post("/v2/models/global/infer", tensor.body().toString());

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.at("/id").textValue()).isEqualTo(id);
      assertThat(answer.at("/model_version").textValue()).isEqualTo("v20261101_020000");
      assertThat(answer.at("/parameters/schema_hash").textValue()).hasSize(64);
      assertThat(floats(answer.at("/outputs/0/data"))).isEqualTo(floats(journalled));
    }
  }

  /** Some of its clients say what they send and some do not. */
  @ParameterizedTest
  @Order(4)
  @NullSource
  @ValueSource(strings = {"application/octet-stream", "application/json"})
  void answersATritonClientsBytesInBytes(@Nullable String contentType) throws IOException {
    float[] windows = journalledWindows(service);
    String header =
        """
        {"id":"1","inputs":[{"name":"windows","shape":[%d,20,17],"datatype":"FP32",\
        "parameters":{"binary_data_size":%d},"data":null}],"parameters":{"binary_data_output":true}}"""
            .formatted(windows.length / 340, windows.length * 4);

    Map<String, String> headers = new HashMap<>();
    headers.put("Inference-Header-Content-Length", String.valueOf(header.length()));
    if (contentType != null) {
      headers.put("Content-Type", contentType);
    }

    RawAnswer answer =
        service.postRaw(
            "/v2/models/global/versions/v20261101_020000/infer",
            withBytes(header, windows),
            headers);

    assertThat(answer.status()).isEqualTo(200);
    int length = Integer.parseInt(answer.header("Inference-Header-Content-Length"));
    JsonNode document = JSON.readTree(Arrays.copyOf(answer.body(), length));
    assertThat(document.at("/outputs/0/parameters/binary_data_size").intValue())
        .isEqualTo(answer.body().length - length)
        .isEqualTo(windows.length / 340 * 12);
    float[] floats = new float[windows.length / 340 * 3];
    ByteBuffer.wrap(answer.body(), length, floats.length * 4)
        .order(ByteOrder.LITTLE_ENDIAN)
        .asFloatBuffer()
        .get(floats);
    assertThat(floats)
        .isEqualTo(
            floats(
                service
                    .post("/v2/models/global/infer", asJson(windows).toString())
                    .at("/outputs/0/data")));
  }

  /** KServe's client says the model's name again, an id of its own, and asks for no output. */
  @Test
  @Order(5)
  void answersAKServeClientsRequest() {
    float[] windows = journalledWindows(service);
    ObjectNode request = asJson(windows);
    request.put("id", "0bd7f0d6-7ef9-4f0c-a4c5-6a1a7c4f0a11");
    request.put("model_name", "global");

    Answer answer = service.post("/v2/models/global/infer", request.toString());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.at("/model_name").textValue()).isEqualTo("global");
    assertThat(answer.at("/id").textValue()).isEqualTo("0bd7f0d6-7ef9-4f0c-a4c5-6a1a7c4f0a11");
    assertThat(answer.at("/outputs/0/data")).hasSize(windows.length / 340 * 3);
  }

  @Test
  @Order(5)
  void readsAndAnswersTheTensorsOfAnExportedFile() throws Exception {
    byte[] file =
        OnnxExport.write(
            SafetensorsCodec.read(Objects.requireNonNull(FIRST.files().get(ModelManifest.WEIGHTS))),
            FIRST.manifest().standardizer(),
            FIRST.manifest().calibration(),
            Map.of());
    float[] windows = journalledWindows(service);
    JsonNode described = service.get("/v2/models/global").body();
    Answer answer = service.post("/v2/models/global/infer", asJson(windows).toString());

    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] shape = {windows.length / 340, 20, 17};
    try (OrtSession session = environment.createSession(file);
        OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(windows), shape);
        OrtSession.Result result =
            session.run(Map.of(described.at("/inputs/0/name").textValue(), input))) {
      assertThat(session.getInputNames())
          .containsExactly(described.at("/inputs/0/name").textValue());
      assertThat(session.getOutputNames())
          .containsExactly(described.at("/outputs/0/name").textValue());
      float[][] rows = (float[][]) result.get(0).getValue();
      float[] ours = floats(answer.at("/outputs/0/data"));
      assertThat(ours).hasSize(3 * rows.length);
      for (int i = 0; i < ours.length; i++) {
        assertThat(ours[i]).isCloseTo(rows[i / 3][i % 3], within(1e-5f));
      }
    }
  }

  @Test
  @Order(6)
  void leavesNoTraceAmongPredictions() {
    String request = asJson(journalledWindows(service)).toString();
    long rows = rows();
    double predictions = predictions();

    assertThat(service.post("/v2/models/global/infer", request).status()).isEqualTo(200);

    assertThat(rows()).isEqualTo(rows);
    assertThat(predictions()).isEqualTo(predictions);
    assertThat(series("ml_tensor_requests_total", "result", "ok")).isPositive();
  }

  @Test
  @Order(7)
  void answersEveryRequestByOneVersionWhileChampionsChange() throws Exception {
    service.publish(SECOND);
    String body = asJson(journalledWindows(service)).toString();
    List<String> versions = List.of("v20261101_020000", "v20261102_020000");
    List<JsonNode> expected =
        versions.stream()
            .map(
                version ->
                    service
                        .post("/v2/models/global/versions/" + version + "/infer", body)
                        .at("/outputs"))
            .toList();
    assertThat(expected.get(0)).isNotEqualTo(expected.get(1));

    Set<String> seen = new HashSet<>();
    try (ExecutorService callers = Executors.newFixedThreadPool(2)) {
      for (int swap = 0; swap < 6; swap++) {
        List<Future<List<Answer>>> answers = new ArrayList<>();
        for (int c = 0; c < 2; c++) {
          answers.add(callers.submit(() -> ask(body, 20)));
        }
        SampleArtifact next = swap % 2 == 0 ? SECOND : FIRST;
        service
            .bean(ModelRegistry.class)
            .promote(new PromotionRequest(next.version(), 100, "test", false, null));
        assertThat(service.post("/reload-model", "").status()).isEqualTo(200);
        for (Future<List<Answer>> caller : answers) {
          for (Answer answer : caller.get()) {
            assertThat(answer.status()).isEqualTo(200);
            String version = answer.at("/model_version").textValue();
            seen.add(version);
            assertThat(answer.at("/outputs")).isEqualTo(expected.get(versions.indexOf(version)));
          }
        }
      }
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(versions);
  }

  @ParameterizedTest
  @Order(8)
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "substring(input from 5) ; a window must have 340 values, had 339",
        "input || input ; a window must have 340 values, had 680",
        "overlay(input placing '\\x7fc00000' from 1) ; window row 0 feature 0 must be finite, was NaN"
      })
  void handsOutNoWindowThatNobodyAnsweredFrom(String damage, String why) {
    String id =
        service
            .post(
                "/predict",
                "{\"symbol\":\"EURUSD\",\"indicators\":{\"cci_value\":%d}}"
                    .formatted(damage.length()))
            .at("/prediction_id")
            .textValue();
    assertThat(service.get("/predictions/" + id + "/tensor").status()).isEqualTo(200);
    service
        .bean(JdbcClient.class)
        .sql("update ml_predictions set input = " + damage + " where prediction_id = ?")
        .param(UUID.fromString(id))
        .update();

    Answer answer = service.get("/predictions/" + id + "/tensor");

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.at("/type").textValue()).endsWith("not-replayable");
    assertThat(answer.at("/reason").textValue()).isEqualTo("DAMAGED_ROW");
    assertThat(answer.at("/detail").textValue())
        .isEqualTo("The row of prediction " + id + " is damaged: " + why);
  }

  private List<Answer> ask(String body, int times) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      answers.add(service.post("/v2/models/global/infer", body));
    }
    return answers;
  }

  private long rows() {
    return service
        .bean(JdbcClient.class)
        .sql("select count(*) from ml_predictions")
        .query(Long.class)
        .single();
  }

  private double predictions() {
    return Scrape.parse(service.text("/metrics")).of("ml_prediction_requests_total").stream()
        .mapToDouble(Scrape.Series::value)
        .sum();
  }

  private double series(String name, String label, String value) {
    return Scrape.parse(service.text("/metrics")).of(name).stream()
        .filter(each -> value.equals(each.labels().get(label)))
        .mapToDouble(Scrape.Series::value)
        .sum();
  }
}
