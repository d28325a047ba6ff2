package com.aicashevolution.localstack.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples are those of Prometheus' page "Exposition formats". */
class ScrapeTest {

  private static final String TEXT =
      """
      # HELP http_requests_total The total number of HTTP requests.
      # TYPE http_requests_total counter
      http_requests_total{method="post",code="200"} 1027
      http_requests_total{method="post",code="400"} 3

      # Escaping in label values:
      msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find file:\\n\\"FILE.TXT\\""} 1.458255915e9
      metric_without_timestamp_and_labels 12.47
      request_bucket{le="+Inf"} +Inf
      nothing{a="1"} NaN
      nothing 1
      """;

  private final Scrape scrape = Scrape.parse(TEXT);

  @Test
  void readsNamesLabelsAndValues() {
    assertThat(scrape.names())
        .containsExactly(
            "http_requests_total",
            "metric_without_timestamp_and_labels",
            "msdos_file_access_time_seconds",
            "nothing",
            "request_bucket");
    assertThat(scrape.values("http_requests_total", "code")).containsExactly("200", "400");
    assertThat(scrape.labelsOf("http_requests_total")).containsExactly("code", "method");
    assertThat(scrape.labelsOf("msdos_file_access_time_seconds")).containsExactly("error", "path");
    assertThat(scrape.of("metric_without_timestamp_and_labels"))
        .containsExactly(new Scrape.Series("metric_without_timestamp_and_labels", Map.of(), 12.47));
    assertThat(scrape.of("request_bucket").getFirst().value()).isInfinite();
  }

  @Test
  void refusesWhatIsNoSampleAndNamesWhoseSeriesDisagree() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Scrape.parse("<html>"))
        .withMessage("no sample: <html>");
    assertThatIllegalArgumentException().isThrownBy(() -> scrape.labelsOf("nothing"));
    assertThatIllegalArgumentException().isThrownBy(() -> scrape.labelsOf("absent"));
  }
}
