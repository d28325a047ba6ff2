package com.aicashevolution.inference;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.monitoring.Scrape;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the service tells Prometheus before it has a model, or anything was asked of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsAtStartIT {

  @TempDir static Path spool;
  private RunningInference service;
  private Scrape scrape;

  @BeforeAll
  void start() {
    Map<String, String> settings = new HashMap<>(InferenceServiceIT.onTestStack(spool));
    settings.put("ml.market.symbols", "EURUSD,XAUUSD");
    service = RunningInference.start(settings);
    scrape = Scrape.parse(service.text("/metrics"));
  }

  @AfterAll
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ml_prediction_requests_total, 'result,symbol'",
    "ml_prediction_duration_seconds_bucket, le",
    "ml_cache_requests_total, 'level,result'",
    "ml_active_models, ''",
    "ml_model_age_seconds, line",
    "ml_model_refusals_total, reason",
    "ml_weights_age_seconds, line",
    "ml_weights_reachable, ''",
    "ml_registry_reachable, ''",
    "ml_journal_backlog, ''",
    "ml_schema_ready, ''",
    "ml_tensor_requests_total, result",
    "ml_tensor_windows_total, ''",
    "errors_total, error_type",
    "http_server_requests_seconds_bucket, 'error,exception,le,method,outcome,status,uri'",
    "hikaricp_connections_active, pool",
    "hikaricp_connections_pending, pool",
    "hikaricp_connections_max, pool",
    "jvm_memory_used_bytes, 'area,id'",
    "jvm_threads_live_threads, ''",
    "process_cpu_usage, ''",
    "disk_free_bytes, path"
  })
  void hasEachSeriesWithItsLabels(String name, String labels) {
    assertThat(String.join(",", scrape.labelsOf(name))).isEqualTo(labels);
  }

  @Test
  void boundsWhatALabelCanSay() {
    assertThat(scrape.values("ml_cache_requests_total", "level"))
        .isEqualTo(Set.of("memory", "redis"));
    assertThat(scrape.values("ml_cache_requests_total", "result"))
        .isEqualTo(Set.of("hit", "miss", "error", "skipped"));
    assertThat(scrape.values("ml_tensor_requests_total", "result"))
        .isEqualTo(Set.of("ok", "invalid", "not_serving", "failed"));
    assertThat(scrape.values("ml_model_age_seconds", "line"))
        .isEqualTo(Set.of("global", "fx-major", "fx-cross", "metal", "crypto", "EURUSD", "XAUUSD"));
    assertThat(scrape.of("ml_model_age_seconds"))
        .allSatisfy(series -> assertThat(series.value()).isNaN());
    assertThat(scrape.values("ml_prediction_requests_total", "symbol"))
        .isEqualTo(Set.of("EURUSD", "XAUUSD", "other"));
  }

  @Test
  void countsRequestsOfTheObjectiveFromZeroWithItsBucket() {
    assertThat(scrape.of("http_server_requests_seconds_bucket"))
        .filteredOn(
            series ->
                "/predict".equals(series.labels().get("uri"))
                    && "0.1".equals(series.labels().get("le")))
        .singleElement()
        .satisfies(series -> assertThat(series.value()).isZero());
  }
}
