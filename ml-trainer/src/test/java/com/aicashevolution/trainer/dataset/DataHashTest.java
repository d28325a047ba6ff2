package com.aicashevolution.trainer.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DataHashTest {

  private static final Instant T = Instant.parse("2026-01-05T00:00:00Z");

  /**
   * Computed with Python: {@code hashlib.sha256(b"EURUSD H1\n" + struct.pack(">q6d", 1767571200,
   * 1.1, 1.2, 1.0, 1.15, 7, 1e-4))}.
   */
  @Test
  void isTheSha256OfTheDocumentedBytes() {
    assertThat(DataHash.of(List.of(series("EURUSD", candle(1.15)))))
        .isEqualTo("9643fc38ee7a2d042981c5e56e0567509a9a79eb950300a7210f9de44b7d268d");
  }

  @Test
  void changesWithAnyPriceAnySymbolAndTheOrder() {
    CandleSeries eurusd = series("EURUSD", candle(1.15));
    CandleSeries gbpusd = series("GBPUSD", candle(1.15));

    assertThat(
            List.of(
                DataHash.of(List.of(eurusd)),
                DataHash.of(List.of(series("EURUSD", candle(Math.nextUp(1.15))))),
                DataHash.of(List.of(gbpusd)),
                DataHash.of(List.of(eurusd, gbpusd)),
                DataHash.of(List.of(gbpusd, eurusd)),
                DataHash.of(List.of())))
        .doesNotHaveDuplicates();
  }

  private static CandleSeries series(String symbol, Candle candle) {
    return CandleSeries.of(Symbol.of(symbol), Timeframe.H1, List.of(candle));
  }

  private static Candle candle(double close) {
    return new Candle(T, 1.1, 1.2, 1.0, close, 7, 1e-4, true);
  }
}
