package com.aicashevolution.trainer;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.TestStack;
import com.aicashevolution.localstack.monitoring.Scrape;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.ConfigurableApplicationContext;

/** What the trainer tells Prometheus before its first run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsAtStartIT {

  private ConfigurableApplicationContext trainer;
  private Scrape scrape;

  @BeforeAll
  void start() throws Exception {
    trainer = TrainerStack.start(TestStack.freshDatabase(), TestStack.freshBucket());
    String port = trainer.getEnvironment().getRequiredProperty("local.management.port");
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
              .header("Authorization", "Bearer " + TrainerStack.KEY)
              .build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      scrape = Scrape.parse(answer.body());
    }
  }

  @AfterAll
  void stop() {
    trainer.close();
  }

  @ParameterizedTest
  @CsvSource({
    "ml_training_runs_total, result",
    "ml_training_duration_seconds_count, ''",
    "ml_training_duration_seconds_sum, ''",
    "ml_training_last_success_timestamp_seconds, ''",
    "ml_fits_claimed_total, ''",
    "ml_fits_taken_over_total, ''",
    "ml_fits_refused_total, ''",
    "ml_fits_failed_total, ''",
    "ml_fit_duration_seconds_count, ''",
    "ml_model_accuracy, 'line,role'",
    "ml_drift_worst_ratio, 'line,timeframe'",
    "ml_drift_detected, 'line,timeframe'",
    "ml_drift_symbols, 'line,timeframe'",
    "ml_drift_check_age_seconds, 'line,timeframe'",
    "ml_drift_checks_total, result",
    "ml_weights_created_timestamp_seconds, 'line,timeframe'",
    "ml_weights_improvement_score, 'line,timeframe'",
    "ml_weights_optimizations_total, result",
    "ml_schema_ready, ''",
    "errors_total, error_type",
    "hikaricp_connections_active, pool",
    "hikaricp_connections_max, pool",
    "jvm_memory_used_bytes, 'area,id'",
    "jvm_threads_live_threads, ''",
    "process_cpu_usage, ''",
    "process_uptime_seconds, ''",
    "disk_free_bytes, path"
  })
  void hasEachSeriesWithItsLabels(String name, String labels) {
    assertThat(String.join(",", scrape.labelsOf(name))).isEqualTo(labels);
  }

  @Test
  void boundsWhatALabelCanSay() {
    assertThat(scrape.values("ml_training_runs_total", "result"))
        .isEqualTo(Set.of("succeeded", "rejected", "failed", "cancelled", "crashed"));
    assertThat(scrape.of("ml_training_runs_total"))
        .allSatisfy(series -> assertThat(series.value()).isZero());
    assertThat(scrape.values("ml_model_accuracy", "line")).isEqualTo(Set.of("global"));
    assertThat(scrape.values("ml_model_accuracy", "role"))
        .isEqualTo(Set.of("champion", "challenger"));
    assertThat(scrape.of("ml_model_accuracy"))
        .allSatisfy(series -> assertThat(series.value()).isNaN());
  }
}
