package com.aicashevolution.localstack.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.aicashevolution.localstack.load.Exchange;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SwapFiguresTest {
  private static final long SECOND = 1_000_000_000;
  private static final long MILLI = 1_000_000;

  @Test
  void comparesSwapsWithTheCalmBeforeAndAfterAndTheLastWithTheFirst() {
    List<Exchange> exchanges = new ArrayList<>();
    add(exchanges, 0, 10, 50); // warming up: belongs to nothing
    add(exchanges, 10, 20, 2);
    add(exchanges, 20, 25, 3);
    add(exchanges, 25, 30, 6);
    add(exchanges, 30, 40, 2);
    List<SwapDriver.Move> moves =
        List.of(
            new SwapDriver.Move(true, "v1", 20 * SECOND, 25 * SECOND),
            new SwapDriver.Move(false, "v2", 25 * SECOND, 30 * SECOND));

    SwapFigures figures =
        SwapFigures.of(
            exchanges,
            moves,
            new SwapFigures.Phases(10 * SECOND, 20 * SECOND, 30 * SECOND, 40 * SECOND),
            1);

    assertThat(figures.steady().count()).isEqualTo(200);
    assertThat(figures.swapping().count()).isEqualTo(100);
    assertThat(figures.p99Ratio()).isCloseTo(3, within(1e-9));
    assertThat(figures.creep()).isCloseTo(2, within(1e-9));
    assertThat(figures.loads().count()).isEqualTo(1);
    assertThat(figures.loads().millisAt(0.5)).isEqualTo(5_000);
  }

  /** Ten a second in {@code [from, to)}. */
  private static void add(List<Exchange> exchanges, long from, long to, long millis) {
    for (long due = from * SECOND; due < to * SECOND; due += SECOND / 10) {
      exchanges.add(new Exchange(due, due, due + millis * MILLI, List.of(), null));
    }
  }
}
