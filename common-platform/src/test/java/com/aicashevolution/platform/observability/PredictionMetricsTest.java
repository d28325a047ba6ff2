package com.aicashevolution.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.localstack.SettableClock;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.platform.observability.PredictionActivity.SymbolCount;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionMetricsTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");
  private static final Symbol GBPUSD = Symbol.of("GBPUSD");

  private final SettableClock clock = SettableClock.atStart();
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final PredictionActivity activity = new PredictionActivity(clock);
  private final PredictionMetrics metrics =
      new PredictionMetrics(registry, List.of(EURUSD, GBPUSD), activity);

  private void record(Symbol symbol, PredictionOutcome outcome, long millis, boolean hit) {
    metrics.record(symbol, outcome, Duration.ofMillis(millis), hit);
  }

  @Test
  void shouldHaveEverySeriesFromTheStart() {
    String scrape = registry.scrape();

    for (String symbol : List.of("EURUSD", "GBPUSD", "other")) {
      for (String result : List.of("ok", "invalid", "abstained", "not_serving", "failed")) {
        assertThat(scrape)
            .contains(
                "ml_prediction_requests_total{result=\"%s\",symbol=\"%s\"} 0.0"
                    .formatted(result, symbol));
      }
    }
    assertThat(scrape).contains("ml_prediction_duration_seconds_bucket{le=\"0.1\"} 0");
  }

  @Test
  void shouldKeepTheNumberOfSeriesBoundedWhateverIsAskedFor() {
    int before = registry.getMeters().size();

    record(Symbol.of("ABCDEF"), PredictionOutcome.INVALID, 1, false);
    metrics.record(null, PredictionOutcome.INVALID, Duration.ofMillis(1), false);

    assertThat(registry.getMeters()).hasSize(before);
    assertThat(registry.scrape())
        .contains("ml_prediction_requests_total{result=\"invalid\",symbol=\"other\"} 2.0");
  }

  @Test
  void shouldSummariseWithoutCallingACallersMistakeOrAnAbstentionAnError() {
    record(EURUSD, PredictionOutcome.OK, 10, false);
    record(EURUSD, PredictionOutcome.OK, 2, true);
    record(GBPUSD, PredictionOutcome.ABSTAINED, 3, false);
    record(GBPUSD, PredictionOutcome.FAILED, 5, false);

    assertThat(activity.fields())
        .containsEntry("total_predictions", 4L)
        .containsEntry("avg_processing_time_ms", 5.0)
        .containsEntry("cache_hit_rate", 0.5)
        .containsEntry("error_rate", 0.25)
        .containsEntry(
            "top_symbols", List.of(new SymbolCount("EURUSD", 2), new SymbolCount("GBPUSD", 2)));
  }

  @Test
  void shouldForgetWhatIsAnHourOld() {
    record(EURUSD, PredictionOutcome.OK, 10, false);
    clock.advance(Duration.ofMinutes(59));
    record(GBPUSD, PredictionOutcome.OK, 10, false);
    assertThat(activity.fields()).containsEntry("total_predictions", 2L);

    clock.advance(Duration.ofMinutes(1));
    assertThat(activity.fields()).containsEntry("total_predictions", 1L);
    clock.advance(Duration.ofHours(1));
    assertThat(activity.fields())
        .containsEntry("total_predictions", 0L)
        .containsEntry("avg_processing_time_ms", 0.0)
        .containsEntry("error_rate", 0.0);
  }
}
