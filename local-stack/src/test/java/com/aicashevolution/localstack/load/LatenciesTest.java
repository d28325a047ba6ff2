package com.aicashevolution.localstack.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
  private static final long MILLI = 1_000_000;

  @Test
  void percentilesAreByNearestRank() {
    long[] hundred = LongStream.rangeClosed(1, 100).map(i -> (101 - i) * MILLI).toArray();
    Latencies latencies = Latencies.of(hundred);
    assertThat(latencies.millisAt(0.5)).isEqualTo(50);
    assertThat(latencies.millisAt(0.99)).isEqualTo(99);
    assertThat(latencies.millisAt(1)).isEqualTo(100);
    assertThat(latencies.millisAt(0)).isEqualTo(1);
  }

  @Test
  void countFromWhenARequestWasDueAndLeaveFailuresOut() {
    Exchange late = new Exchange(0, 90 * MILLI, 100 * MILLI, List.of(), null);
    Exchange failed = new Exchange(0, 0, 999 * MILLI, List.of(), "HTTP 500");
    Latencies latencies = Latencies.of(List.of(late, failed));
    assertThat(latencies.count()).isEqualTo(1);
    assertThat(latencies.millisAt(0.5)).isEqualTo(100);
  }

  @Test
  void ofNothingAreNotANumber() {
    assertThat(Latencies.of().millisAt(0.5)).isNaN();
  }
}
