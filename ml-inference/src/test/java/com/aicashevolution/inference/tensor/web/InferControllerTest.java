package com.aicashevolution.inference.tensor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.aicashevolution.feature.FeatureWindow;
import com.aicashevolution.inference.engine.EngineFixture;
import com.aicashevolution.inference.engine.LoadResult;
import com.aicashevolution.inference.engine.SampleArtifact;
import com.aicashevolution.inference.engine.ServingModel;
import com.aicashevolution.inference.tensor.ModelDirectory;
import com.aicashevolution.inference.tensor.TensorMetrics;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.model.ModelLine;
import com.aicashevolution.model.ModelVersion;
import com.aicashevolution.platform.json.DomainJson;
import com.aicashevolution.platform.json.web.StrictJson;
import com.aicashevolution.platform.market.TradedSymbols;
import com.aicashevolution.platform.problem.Problem;
import com.aicashevolution.platform.problem.ProblemException;
import com.aicashevolution.platform.problem.ProblemType;
import com.aicashevolution.signal.Probabilities;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

@Timeout(60)
class InferControllerTest {

  private static final JsonMapper JSON = StrictJson.newMapper(List.of(DomainJson.module()));

  private final EngineFixture engine = EngineFixture.loadingAtOnce();
  private final InferController door =
      new InferController(
          new ModelDirectory(
              engine.pool, engine.resolver, new TradedSymbols(List.of(Symbol.of("EURUSD")))),
          new InferRequestReader(JSON.getFactory()),
          new InferResponseWriter(JSON),
          new TensorMetrics(engine.meters));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 26, 60})
  void answersTheBitsThatPredictionsHave(int windows) throws IOException {
    serve(engine.publish("v20261101_000001", ModelLine.GLOBAL, 1));
    float[] values = random(windows, 1);

    JsonNode answer = JSON.readTree(infer(json(values, "")).getBody());

    assertThat(floats(answer.at("/outputs/0/data")))
        .isEqualTo(oneByOne(model("v20261101_000001"), values));
    assertThat(answer.at("/outputs/0/shape")).isEqualTo(JSON.valueToTree(List.of(windows, 3)));
    assertThat(answer.at("/outputs/0/datatype").textValue()).isEqualTo("FP32");
    assertThat(answer.at("/outputs/0/name").textValue()).isEqualTo("probabilities");
    assertThat(answer.at("/outputs/0").has("parameters")).isFalse();
    assertThat(answer.at("/model_name").textValue()).isEqualTo("global");
    assertThat(answer.at("/model_version").textValue()).isEqualTo("v20261101_000001");
    assertThat(answer.at("/parameters/journalled").booleanValue()).isFalse();
    assertThat(answer.has("id")).isFalse();
    assertThat(engine.meters.counter("ml.tensor.windows").count()).isEqualTo(windows);
    assertThat(requests("ok")).isOne();
  }

  @Test
  void answersTheSameBitsInBytes() throws IOException {
    serve(engine.publish("v20261101_000001", ModelLine.GLOBAL, 1));
    float[] values = random(5, 2);

    ResponseEntity<byte[]> answer =
        infer(json(values, "\"id\":\"a\",\"parameters\":{\"binary_data_output\":true},"));

    byte[] body = answer.getBody();
    assertThat(body).isNotNull();
    assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_OCTET_STREAM);
    int length =
        Integer.parseInt(
            String.valueOf(answer.getHeaders().getFirst("Inference-Header-Content-Length")));
    JsonNode document = JSON.readTree(Arrays.copyOf(body, length));
    assertThat(document.at("/id").textValue()).isEqualTo("a");
    assertThat(document.at("/outputs/0/parameters/binary_data_size").intValue()).isEqualTo(60);
    assertThat(document.at("/outputs/0").has("data")).isFalse();
    assertThat(body).hasSize(length + 60);
    float[] floats = new float[15];
    ByteBuffer.wrap(body, length, 60).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(floats);
    assertThat(floats).isEqualTo(oneByOne(model("v20261101_000001"), values));
  }

  @Test
  void answersWindowsThatNoMarketCanShow() throws IOException {
    serve(engine.publish("v20261101_000001", ModelLine.GLOBAL, 1));
    float[] extreme = new float[2 * FeatureWindow.LENGTH];
    for (int i = 0; i < extreme.length; i++) {
      extreme[i] = i % 2 == 0 ? Float.MAX_VALUE : -Float.MAX_VALUE;
    }

    float[] answer =
        floats(JSON.readTree(infer(json(extreme, "")).getBody()).at("/outputs/0/data"));

    assertThat(answer[0] + answer[1] + answer[2]).isBetween(0.99999f, 1.00001f);
  }

  @Test
  void asksAPinnedVersionWhateverServes() throws IOException {
    serve(engine.publish("v20261101_000001", ModelLine.GLOBAL, 1));
    engine.publish("v20261101_000002", ModelLine.GLOBAL, 2);
    float[] values = random(2, 3);

    JsonNode answer =
        JSON.readTree(
            door.infer("global", "v20261101_000002", null, null, json(values, "")).getBody());

    assertThat(answer.at("/model_version").textValue()).isEqualTo("v20261101_000002");
    assertThat(floats(answer.at("/outputs/0/data")))
        .isEqualTo(oneByOne(model("v20261101_000002"), values));
  }

  @Test
  void refusesAndCountsByWhoseFaultItIs() {
    assertRefused(() -> infer(json(random(1, 1), "")), ProblemType.MODEL_NOT_SERVING);
    assertThat(requests("not_serving")).isOne();

    serve(engine.publish("v20261101_000001", ModelLine.GLOBAL, 1));
    byte[] nonsense = "{}".getBytes(StandardCharsets.UTF_8);
    assertRefused(() -> infer(nonsense), ProblemType.INVALID_REQUEST);
    assertRefused(() -> door.infer("forex", null, null, nonsense), ProblemType.NOT_FOUND);
    assertRefused(
        () -> door.infer("global", null, "gzip", json(random(1, 1), "")),
        ProblemType.UNSUPPORTED_MEDIA_TYPE);
    assertThat(requests("invalid")).isEqualTo(3);

    engine.registry.lose();
    assertRefused(
        () -> door.infer("global", "v20261101_000009", null, null, nonsense),
        ProblemType.UNAVAILABLE);
    assertThat(requests("failed")).isOne();
    assertThat(requests("ok")).isZero();
  }

  @Test
  void namesWhoAnswersPredictionsWhereALineHasNoChampion() {
    serve(engine.publish("v20261101_000001", ModelLine.GLOBAL, 1));

    Problem problem =
        assertRefused(
            () -> door.infer("EURUSD", null, null, json(random(1, 1), "")),
            ProblemType.MODEL_NOT_SERVING);

    assertThat(problem.detail())
        .isEqualTo(
            "Model EURUSD has no champion; predictions of its symbols are answered by global");
    assertThat(problem.members()).containsEntry("instead", "global");
  }

  @Test
  void answersEachRequestWhollyByOneVersionAcrossSwaps() throws Exception {
    List<SampleArtifact> artifacts = new ArrayList<>();
    for (int v = 0; v < 3; v++) {
      artifacts.add(engine.publish("v2026110" + (v + 1) + "_000000", ModelLine.GLOBAL, v));
    }
    serve(artifacts.getFirst());
    float[] values = random(12, 7);
    byte[] request = json(values, "");
    Map<String, float[]> expected = new HashMap<>();
    for (SampleArtifact artifact : artifacts) {
      String version = artifact.version().value();
      expected.put(version, oneByOne(model(version), values));
    }

    AtomicBoolean swapping = new AtomicBoolean(true);
    Set<String> seen = ConcurrentHashMap.newKeySet();
    int swaps;
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      Future<Integer> swapped =
          threads.submit(
              () -> {
                int n = 0;
                while (swapping.get()) {
                  serve(artifacts.get(++n % artifacts.size()));
                }
                return n;
              });
      List<Future<?>> callers = new ArrayList<>();
      for (int c = 0; c < 3; c++) {
        callers.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 300; i++) {
                    JsonNode answer = JSON.readTree(infer(request).getBody());
                    String version = answer.at("/model_version").textValue();
                    seen.add(version);
                    assertThat(floats(answer.at("/outputs/0/data")))
                        .as(version)
                        .isEqualTo(expected.get(version));
                  }
                  return null;
                }));
      }
      for (Future<?> caller : callers) {
        caller.get();
      }
      swapping.set(false);
      swaps = swapped.get();
    }

    assertThat(swaps).isGreaterThan(10);
    assertThat(seen).as("the swaps were seen").hasSizeGreaterThan(1);
    assertThat(requests("ok")).isEqualTo(900);
  }

  private ResponseEntity<byte[]> infer(byte[] body) {
    return door.infer("global", null, null, body);
  }

  private interface Asking {
    @Nullable Object ask() throws IOException;
  }

  private static Problem assertRefused(Asking asking, ProblemType type) {
    List<Problem> problems = new ArrayList<>();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(asking::ask)
        .satisfies(refused -> problems.add(refused.problem()));
    assertThat(problems.getFirst().type()).isEqualTo(type);
    return problems.getFirst();
  }

  private double requests(String result) {
    return engine.meters.counter("ml.tensor.requests", "result", result).count();
  }

  private void serve(SampleArtifact artifact) {
    engine.registry.set(ModelLine.GLOBAL, artifact.version(), null, null);
    engine.pool.refresh().join();
  }

  private ServingModel model(String version) {
    LoadResult result = engine.resolver.find(new ModelVersion(version));
    assertThat(result).isInstanceOf(LoadResult.Loaded.class);
    return ((LoadResult.Loaded) result).model();
  }

  /** What a prediction of each window alone says. */
  private static float[] oneByOne(ServingModel model, float[] values) {
    int windows = values.length / FeatureWindow.LENGTH;
    float[] answers = new float[3 * windows];
    for (int w = 0; w < windows; w++) {
      float[] window =
          Arrays.copyOfRange(values, w * FeatureWindow.LENGTH, (w + 1) * FeatureWindow.LENGTH);
      Probabilities answer = model.predict(new FeatureWindow(window, Instant.EPOCH, false));
      answers[3 * w] = answer.sell();
      answers[3 * w + 1] = answer.hold();
      answers[3 * w + 2] = answer.buy();
    }
    return answers;
  }

  private static byte[] json(float[] values, String members) {
    StringBuilder data = new StringBuilder();
    for (float value : values) {
      data.append(data.isEmpty() ? "" : ",").append(value);
    }
    return "{%s\"inputs\":[{\"name\":\"windows\",\"datatype\":\"FP32\",\"shape\":[%d,20,17],\"data\":[%s]}]}"
        .formatted(members, values.length / FeatureWindow.LENGTH, data)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static float[] floats(JsonNode data) {
    float[] floats = new float[data.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) data.get(i).doubleValue();
    }
    return floats;
  }

  private static float[] random(int windows, long seed) {
    Random random = new Random(seed);
    float[] values = new float[windows * FeatureWindow.LENGTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
