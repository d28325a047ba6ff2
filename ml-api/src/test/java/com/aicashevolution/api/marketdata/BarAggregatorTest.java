package com.aicashevolution.api.marketdata;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.Timeframe;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarAggregatorTest {

  private static final Instant TEN = Instant.parse("2020-06-01T10:00:00Z");

  private final List<Candle> made = new ArrayList<>();
  private final BarAggregator hours = new BarAggregator(Timeframe.H1, 60, made::add);

  @Test
  void shouldDropAFirstCandleThatTheFileBeginsWithin() {
    minutes(30, 120);

    assertThat(made).extracting(Candle::openTime).containsExactly(TEN.plusSeconds(3600));
  }

  @Test
  void shouldDropALastCandleThatTheFileEndsWithin() {
    minutes(0, 119);

    assertThat(made).extracting(Candle::openTime).containsExactly(TEN);
  }

  @Test
  void shouldKeepALastCandleWhoseLastBarIsThere() {
    minutes(0, 120);

    assertThat(made).hasSize(2);
    assertThat(made.getFirst().volume()).isEqualTo(60);
  }

  @Test
  void shouldHandOnBarsThatAreLongEnough() {
    BarAggregator same = new BarAggregator(Timeframe.H1, 3600, made::add);
    Candle bar = bar(0);
    same.add(bar);
    same.end();

    assertThat(made).containsExactly(bar);
  }

  private void minutes(int from, int to) {
    for (int minute = from; minute < to; minute++) {
      hours.add(bar(minute));
    }
    hours.end();
  }

  private static Candle bar(int minute) {
    return new Candle(TEN.plusSeconds(60L * minute), 1, 1, 1, 1, 1, 0.1, true);
  }
}
