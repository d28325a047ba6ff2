package com.aicashevolution.drift;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Symbol;
import org.junit.jupiter.api.Test;

class TradeDaysTest {

  private static final Symbol EURUSD = Symbol.of("EURUSD");
  private static final Symbol GBPUSD = Symbol.of("GBPUSD");
  private static final long HOUR = 3_600;
  private static final long DAY = 24 * HOUR;

  @Test
  void passesOverSignalsWhileATradeOfTheSymbolIsOpen() {
    TradeDays days = new TradeDays();
    days.add(EURUSD, 10 * HOUR, 14 * HOUR, 1);
    days.add(EURUSD, 11 * HOUR, 12 * HOUR, -9);
    days.add(GBPUSD, 11 * HOUR, 12 * HOUR, 2);
    days.add(EURUSD, 14 * HOUR, 15 * HOUR, 3);

    assertThat(days.results()).containsExactly(new double[] {1, 2, 3});
  }

  @Test
  void countsATradeOnTheDayItWasSignalledAndListsDaysInOrder() {
    TradeDays days = new TradeDays();
    days.add(GBPUSD, DAY + HOUR, DAY + 2 * HOUR, 5);
    days.add(EURUSD, 23 * HOUR, DAY + 3 * HOUR, 1);
    days.add(EURUSD, DAY + 3 * HOUR, DAY + 4 * HOUR, 2);

    assertThat(days.results()).containsExactly(new double[] {1}, new double[] {5, 2});
  }
}
