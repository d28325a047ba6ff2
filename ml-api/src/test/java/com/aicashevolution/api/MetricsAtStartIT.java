package com.aicashevolution.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.monitoring.Scrape;
import com.aicashevolution.platform.problem.ProblemType;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the front door tells Prometheus before anything was asked of it, with nothing behind it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsAtStartIT {

  private static final String NOBODY = "http://127.0.0.1:1";

  private RunningApi api;
  private Scrape scrape;

  @BeforeAll
  void start() throws Exception {
    api =
        RunningApi.start(
            "--ml.upstream.training-url=" + NOBODY,
            "--ml.upstream.inference-url=" + NOBODY,
            "--ml.market.symbols=EURUSD,XAUUSD");
    HttpResponse<String> text = api.get("/metrics", RunningApi.asService());
    assertThat(text.statusCode()).isEqualTo(200);
    scrape = Scrape.parse(text.body());
  }

  @AfterAll
  void stop() {
    api.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ml_prediction_requests_total, 'result,symbol'",
    "ml_prediction_duration_seconds_bucket, le",
    "ml_prediction_duration_seconds_count, ''",
    "ml_candle_age_seconds, symbol",
    "ml_market_open, ''",
    "ml_schema_ready, ''",
    "errors_total, error_type",
    "http_server_requests_seconds_bucket, 'error,exception,le,method,outcome,status,uri'",
    "http_server_requests_seconds_count, 'error,exception,method,outcome,status,uri'",
    "resilience4j_circuitbreaker_state, 'name,state'",
    "resilience4j_circuitbreaker_failure_rate, name",
    "resilience4j_bulkhead_available_concurrent_calls, name",
    "hikaricp_connections_active, pool",
    "hikaricp_connections_pending, pool",
    "hikaricp_connections_max, pool",
    "hikaricp_connections_acquire_seconds_count, pool",
    "jvm_memory_used_bytes, 'area,id'",
    "jvm_memory_max_bytes, 'area,id'",
    "jvm_threads_live_threads, ''",
    "process_cpu_usage, ''",
    "process_uptime_seconds, ''",
    "disk_free_bytes, path",
    "disk_total_bytes, path"
  })
  void hasEachSeriesWithItsLabels(String name, String labels) {
    assertThat(String.join(",", scrape.labelsOf(name))).isEqualTo(labels);
  }

  @Test
  void boundsWhatALabelCanSay() {
    assertThat(scrape.values("ml_prediction_requests_total", "symbol"))
        .isEqualTo(Set.of("EURUSD", "XAUUSD", "other"));
    assertThat(scrape.values("ml_prediction_requests_total", "result"))
        .isEqualTo(Set.of("ok", "invalid", "abstained", "not_serving", "failed"));
    assertThat(scrape.values("ml_candle_age_seconds", "symbol"))
        .isEqualTo(Set.of("EURUSD", "XAUUSD"));
    assertThat(scrape.values("errors_total", "error_type"))
        .hasSameSizeAs(ProblemType.values())
        .containsAll(Arrays.stream(ProblemType.values()).map(ProblemType::slug).toList());
    assertThat(scrape.values("resilience4j_circuitbreaker_state", "name"))
        .isEqualTo(Set.of("ml-inference", "ml-trainer"));
  }

  @Test
  void countsRequestsOfTheObjectiveFromZeroWithItsBucket() {
    for (String uri : Set.of("/predict", "/batch-predict")) {
      assertThat(scrape.of("http_server_requests_seconds_bucket"))
          .filteredOn(
              series ->
                  uri.equals(series.labels().get("uri")) && "0.1".equals(series.labels().get("le")))
          .singleElement()
          .satisfies(series -> assertThat(series.value()).isZero());
    }
    assertThat(scrape.values("ml_prediction_duration_seconds_bucket", "le")).contains("0.1", "1.0");
  }

  @Test
  void joinsARealRequestToTheSeriesThatWasThere() throws Exception {
    // refused, and so in a series of its own with the very same labels
    api.post("/predict", "{\"symbol\":\"EURUSD\"}", RunningApi.asService());
    Scrape after = Scrape.parse(api.get("/metrics", RunningApi.asService()).body());

    assertThat(after.of("http_server_requests_seconds_count"))
        .filteredOn(series -> "503".equals(series.labels().get("status")))
        .singleElement()
        .satisfies(
            series -> {
              assertThat(series.labels()).containsEntry("uri", "/predict");
              assertThat(series.value()).isEqualTo(1);
            });
    assertThat(after.of("ml_prediction_requests_total"))
        .filteredOn(series -> series.value() > 0)
        .singleElement()
        .satisfies(series -> assertThat(series.labels()).containsEntry("result", "not_serving"));
  }

  @Test
  void sumsUpTheLastHourForPeopleWhoAskForJson() throws Exception {
    JsonNode summary =
        RunningApi.read(
            api.get("/metrics", "X-API-Key", RunningApi.SERVICE_KEY, "Accept", "application/json"));

    assertThat(summary.fieldNames())
        .toIterable()
        .contains(
            "total_predictions",
            "avg_processing_time_ms",
            "cache_hit_rate",
            "error_rate",
            "top_symbols",
            "system_metrics");
    assertThat(summary.path("top_symbols").isArray()).isTrue();
    assertThat(summary.at("/system_metrics/heap_used_bytes").asLong()).isPositive();
  }
}
