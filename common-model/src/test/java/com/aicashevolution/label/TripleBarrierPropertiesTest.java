package com.aicashevolution.label;

import static org.assertj.core.api.Assertions.assertThat;

import com.aicashevolution.market.Candle;
import com.aicashevolution.market.CandleSeries;
import com.aicashevolution.market.Symbol;
import com.aicashevolution.market.Timeframe;
import com.aicashevolution.model.LabelSpec;
import com.aicashevolution.signal.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Prices are eighths around 128, so that reflecting them is exact in floating point. */
class TripleBarrierPropertiesTest {

  private static final double CENTRE = 128;
  private static final TripleBarrier BARRIER = new TripleBarrier(new LabelSpec(4, 1.5));

  @Property
  void turnsBuyIntoSellWhenTheMarketIsHeldUpsideDown(
      @ForAll("markets") List<Candle> candles, @ForAll @IntRange(min = 1, max = 16) int eighths) {
    double atr = eighths / 8.0;
    List<Candle> mirrored = candles.stream().map(TripleBarrierPropertiesTest::mirror).toList();
    for (int bar = 0; bar < candles.size(); bar++) {
      LabelResult upright = BARRIER.label(series(candles), bar, atr);
      LabelResult upsideDown = BARRIER.label(series(mirrored), bar, atr);
      assertThat(upsideDown).isEqualTo(mirror(upright));
    }
  }

  @Property
  void answersTheSameWhateverComesAfterTheHorizon(@ForAll("markets") List<Candle> candles) {
    CandleSeries series = series(candles);
    for (int bar = 0; bar + 4 < candles.size(); bar++) {
      assertThat(BARRIER.label(series, bar, 0.5))
          .isEqualTo(BARRIER.label(series.upTo(bar + 5), bar, 0.5));
    }
  }

  @Property
  void neverLetsBothSidesOfATradeEarnAndNeverExitsOutsideTheHorizon(
      @ForAll("markets") List<Candle> candles) {
    for (int bar = 0; bar + 4 < candles.size(); bar++) {
      Label label = ((LabelResult.Resolved) BARRIER.label(series(candles), bar, 0.5)).label();
      assertThat(label.buyResultAtr() + label.sellResultAtr()).isLessThanOrEqualTo(0);
      assertThat(label.exitBar()).isBetween(bar + 1, bar + 4);
    }
  }

  @Provide
  static Arbitrary<List<Candle>> markets() {
    Arbitrary<int[]> bar =
        Combinators.combine(eighths(-12, 12), eighths(-12, 12), eighths(0, 8), eighths(0, 8))
            .as((open, close, above, below) -> new int[] {open, close, above, below});
    return bar.list()
        .ofMinSize(6)
        .ofMaxSize(14)
        .map(
            bars -> {
              List<Candle> candles = new ArrayList<>();
              for (int[] b : bars) {
                candles.add(candle(candles.size(), b));
              }
              return candles;
            });
  }

  private static Arbitrary<Integer> eighths(int from, int to) {
    return Arbitraries.integers().between(from, to);
  }

  private static Candle candle(int index, int[] b) {
    double open = CENTRE + b[0] / 8.0;
    double close = CENTRE + b[1] / 8.0;
    double high = Math.max(open, close) + b[2] / 8.0;
    double low = Math.min(open, close) - b[3] / 8.0;
    return new Candle(time(index), open, high, low, close, 1, 0.25, true);
  }

  private static Instant time(int index) {
    return Instant.EPOCH.plusSeconds(3600L * index);
  }

  private static CandleSeries series(List<Candle> candles) {
    return CandleSeries.of(Symbol.of("EURUSD"), Timeframe.H1, candles);
  }

  private static Candle mirror(Candle c) {
    return new Candle(
        c.openTime(),
        2 * CENTRE - c.open(),
        2 * CENTRE - c.low(),
        2 * CENTRE - c.high(),
        2 * CENTRE - c.close(),
        c.volume(),
        c.spread(),
        true);
  }

  private static LabelResult mirror(LabelResult result) {
    return switch (result) {
      case LabelResult.Unresolved unresolved -> unresolved;
      case LabelResult.Resolved(Label label) ->
          new LabelResult.Resolved(
              new Label(
                  Direction.ofIndex(Direction.COUNT - 1 - label.direction().ordinal()),
                  label.exitBar(),
                  label.sellResultAtr(),
                  label.buyResultAtr()));
    };
  }
}
